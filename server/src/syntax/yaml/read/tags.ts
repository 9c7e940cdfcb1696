// Tags: the short forms of CloudFormation's functions, and YAML's own.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html

/** What is written `!Sub` for `Fn::Sub`. */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
] as const;

const longNames: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
]);

/** The long name of a function's short tag. */
export function longNameOf(tag: string): string | undefined {
  return longNames.get(tag);
}

export type OwnTag = 'str' | 'map' | 'seq' | 'int' | 'float' | 'bool' | 'null';

/** Which of YAML's own tags this is: `!!str`, `!<tag:yaml.org,2002:str>`, and `!`, which makes a text of a scalar. */
export function ownTag(tag: string): OwnTag | undefined {
  if (tag === '!') return 'str';
  const name = /^!(?:!|<tag:yaml\.org,2002:)(\w+)>?$/.exec(tag)?.[1];
  switch (name) {
    case 'str':
    case 'map':
    case 'seq':
    case 'int':
    case 'float':
    case 'bool':
    case 'null':
      return name;
    default:
      return undefined;
  }
}
