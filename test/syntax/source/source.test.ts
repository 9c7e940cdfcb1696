// Sources of programs: which strings are found in which calls, whatever stands around them.
import { describe, expect, it } from 'vitest';
import type { Node } from '../../../server/src/syntax/node';
import { parsePython, parseScript } from '../../../server/src/syntax/source/source';
import { outline } from '../../support/outline';

const importing = "import { PolicyStatement } from 'aws-cdk-lib/aws-iam';\n";
const importingPython = 'from aws_cdk import aws_iam as iam # PolicyStatement\n';

function calls(roots: readonly Node[]): readonly string[] {
  return roots.map((root) => {
    if (root.kind !== 'dynamic') throw new Error('A root is a call.');
    return `${root.what}(${(root.call?.args ?? []).map(outline).join(', ')})`;
  });
}

const script = (text: string) => calls(parseScript(importing + text).roots);
const python = (text: string) => calls(parsePython(importingPython + text).roots);

describe('TypeScript', () => {
  it('reads literals, and knows what is no literal', () => {
    expect(
      script(`role.addToPolicy(new iam.PolicyStatement({
  effect: iam.Effect.ALLOW,
  actions: ['s3:GetObject', "s3:PutObject", \`s3:ListBucket\`, ...more, \`s3:\${verb}\`, 's3:' + verb, name as string],
  'notActions': [],
  resources,
  conditions: { StringEquals: { a: 'b' } },
}));
statement.addActions('sqs:SendMessage', other());
new PolicyStatement(props);`),
    ).toEqual([
      'PolicyStatement({effect: <an expression>, actions: [s3:GetObject, s3:PutObject, s3:ListBucket, <an expression>, <an expression>, <an expression>, <an expression>], notActions: [], conditions: {StringEquals: {a: b}}})',
      'addActions(sqs:SendMessage, <an expression>)',
      'PolicyStatement(<an expression>)',
    ]);
  });

  it('is not led astray by comments, regular expressions, templates and types', () => {
    expect(
      script(`// new PolicyStatement({ actions: ['s3:One'] })
/* it's new PolicyStatement({ actions: ['s3:Two'] }) */
const quote = /["'\`/[\\]/]/g.test(text) ? a / b / c : \`it's \${\`a \${ { b: '}' } } \`} \\\` \`;
const text = "new PolicyStatement({ actions: ['s3:Three'] })";
function make(statement: PolicyStatement): Array<PolicyStatement> { return []; }
addActions('s3:Four');
new PolicyStatement({ actions: ['s3:Five', /* the last */ 's3:Six'] });`),
    ).toEqual(['PolicyStatement({actions: [s3:Five, s3:Six]})']);
  });

  it('takes a literal for one only where the value ends with it', () => {
    expect(script("new PolicyStatement({ actions: ['Get'].map(withService), sid: 'a' + b })")).toEqual([
      'PolicyStatement({actions: <an expression>, sid: <an expression>})',
    ]);
  });

  it('ends what is half-typed', () => {
    for (const [text, expected] of [
      ["new PolicyStatement({ actions: ['s3:Get", 'PolicyStatement({actions: [s3:Get]})'],
      ["new PolicyStatement({ actions: ['s3:Get],\n})", 'PolicyStatement({actions: [s3:Get]})'],
      ["new PolicyStatement({ actions: ['s3:Get'", 'PolicyStatement({actions: [s3:Get]})'],
      ["new PolicyStatement({ actions: ['s3:Get' })\nfoo()", 'PolicyStatement({actions: [s3:Get]})'],
      ['new PolicyStatement({ actions: ', 'PolicyStatement({actions: ∅})'],
      ['new PolicyStatement(', 'PolicyStatement()'],
    ] as const) {
      expect(script(text)).toEqual([expected]);
    }
  });

  it('reads nothing that does not name the CDK', () => {
    const text = "new PolicyStatement({ actions: ['a:b'] })";
    expect(parseScript(text).roots).toEqual([]);
    expect(parseScript(`import { PolicyStatement } from './casl';\n${text}`).roots).toEqual([]);
    expect(parseScript("import 'aws-cdk-lib';").comments).toEqual([]);
  });
});

describe('Python', () => {
  it('reads literals, and knows what is no literal', () => {
    expect(
      python(`role.add_to_policy(iam.PolicyStatement(
    effect=iam.Effect.ALLOW,  # it's allowed
    actions=["s3:GetObject", 's3:PutObject', r"s3:List*", """s3:Tag""", f"s3:{verb}", "s3:" "Get", *more, b"s3:x"],
    not_actions=NOT_THESE,
    **others,
))
statement.add_actions('sqs:SendMessage')
"""
iam.PolicyStatement(actions=["s3:One"])
"""
if actions == ["a"]: pass`),
    ).toEqual([
      'PolicyStatement(<an expression>, {effect: <an expression>, actions: [s3:GetObject, s3:PutObject, s3:List*, s3:Tag, <an expression>, <an expression>, <an expression>, <an expression>], not_actions: <an expression>})',
      'add_actions(sqs:SendMessage)',
    ]);
  });
});

describe('strings', () => {
  it('lead back to their characters, through escapes', () => {
    const text = `${importing}s.addActions('s3:G\\u0065t\\x4fbject\\'', "a\\nb")`;
    const [root] = parseScript(text).roots;
    const [string, other] = root?.kind === 'dynamic' ? (root.call?.args ?? []) : [];
    if (string?.kind !== 'string' || other?.kind !== 'string') throw new Error('There are two strings.');
    expect(string.value).toBe("s3:GetObject'");
    const at = (from: number, to: number) => {
      const { start, end } = string.spanOf(from, to);
      return text.slice(start, end);
    };
    expect([at(0, 3), at(4, 5), at(6, 7), at(12, 13)]).toEqual(['s3:', '\\u0065', '\\x4f', "\\'"]);
    expect(other.value).toBe('a\nb');
  });
});
