// The properties of CloudFormation's resource types that may hold a policy, by their names and types. Which of them do
// is said by hand: in server/src/discovery/cloudformation/ and in schemas/cloudformation/other-policies.json.
import { compareNames } from '../catalog/order';
import type { SpecDatabase, TypeSpec } from './spec';

/** Documents that are named for what they are, and others that hold policies among other things. */
const POLICY = /polic|permissionsdocument/i;
const CONTENT = /^(?:Content|Statement|CustomStatements)$/;
/** Strings that are named for a document, and not for the name, the type or the identifier of one. */
const POLICY_TEXT = /(?:^|[a-z0-9])(?:Policy|Policies|PolicyDocument|PolicyText)$/;
/** Deeper types are walked no further: some hold themselves. */
const MOST_DEPTH = 8;

/** `AWS::S3::BucketPolicy PolicyDocument`; `*` stands for each item of a list and each value of a map. */
export function policyCandidates(db: SpecDatabase): readonly string[] {
  const found = new Set<string>();
  for (const { cloudFormationType, properties } of db.all('resource')) {
    for (const path of pathsIn(db, properties, [])) found.add(`${cloudFormationType} ${path}`);
  }
  return [...found].sort(compareNames);
}

function pathsIn(
  db: SpecDatabase,
  properties: Readonly<Record<string, { readonly type: TypeSpec }>>,
  above: readonly string[],
): readonly string[] {
  if (above.length > MOST_DEPTH) return [];
  return Object.entries(properties).flatMap(([name, { type }]) => {
    const path = [...above, name];
    const own = mayHoldPolicy(name, type) ? [path.join('.')] : [];
    const inner = definitionsIn(type, []).flatMap(([steps, id]) =>
      pathsIn(db, db.get('typeDefinition', id).properties, [...path, ...steps]),
    );
    return [...own, ...inner];
  });
}

function mayHoldPolicy(name: string, type: TypeSpec): boolean {
  const kinds = scalarsOf(type);
  if (kinds.has('json')) return POLICY.test(name) || CONTENT.test(name);
  return type.type === 'string' && POLICY_TEXT.test(name);
}

function scalarsOf(type: TypeSpec): ReadonlySet<string> {
  switch (type.type) {
    case 'array':
    case 'map':
      return scalarsOf(type.element);
    case 'union':
      return new Set(type.types.flatMap((each) => [...scalarsOf(each)]));
    default:
      return new Set([type.type]);
  }
}

function definitionsIn(
  type: TypeSpec,
  steps: readonly string[],
): readonly (readonly [readonly string[], string])[] {
  switch (type.type) {
    case 'ref':
      return [[steps, type.reference.$ref]];
    case 'array':
    case 'map':
      return definitionsIn(type.element, [...steps, '*']);
    case 'union':
      return type.types.flatMap((each) => definitionsIn(each, steps));
    default:
      return [];
  }
}
