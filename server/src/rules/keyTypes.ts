// Which operators fit the type of a condition key, and the words for both.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import { findConditionKey, type KnownKey } from '../catalog/conditionKeys';
import type { Catalog } from '../catalog/types';
import type { ReadClause } from '../policy/clauses';
import { conditionOperators } from '../policy/elements';
import { type Operator, type OperatorFamily, operatorText } from '../policy/operator';

/** The families that fit a key, the best first; `undefined` for a type that nothing is known of. */
export function familiesOf({ type }: Pick<KnownKey, 'type'>): readonly OperatorFamily[] | undefined {
  switch (type.replace(/^ArrayOf/, '')) {
    case 'String':
      return ['String'];
    case 'ARN':
      // StringEquals works on ARNs; AWS reports only the Like operators, under a code of their own.
      return ['Arn', 'String'];
    case 'Bool':
      return ['Bool'];
    case 'Numeric':
      return ['Numeric'];
    case 'Date':
      return ['Date'];
    case 'Date|Numeric':
      return ['Date', 'Numeric'];
    case 'IPAddress':
      return ['IpAddress'];
    default:
      return undefined;
  }
}

/** What operators of a family compare. */
export const comparedBy: Readonly<Record<OperatorFamily, string>> = {
  String: 'text',
  Numeric: 'numbers',
  Date: 'dates',
  Bool: 'Booleans',
  Binary: 'binary data',
  IpAddress: 'IP addresses',
  Arn: 'ARNs',
  Null: 'nothing',
};

const words: ReadonlyMap<string, string> = new Map([
  ['String', 'text'],
  ['ARN', 'an ARN'],
  ['Bool', 'a Boolean'],
  ['Numeric', 'a number'],
  ['Date', 'a date'],
  ['Date|Numeric', 'a time'],
  ['IPAddress', 'an IP address'],
]);

export function typeWords(type: string): string {
  return words.get(type.replace(/^ArrayOf/, '')) ?? type;
}

/** What an operator is called in another family: `StringNotEquals` → `NumericNotEquals`; `undefined`: it has no like. */
export function sameIn(family: OperatorFamily, operator: Operator): string | undefined {
  const relation = operator.name
    .replace(/^(?:String|Numeric|Date|Binary|Arn)/, '')
    .replace(/IgnoreCase$/, '')
    .replace(/^(?:Bool|IpAddress)$/, 'Equals')
    .replace(/^NotIpAddress$/, 'NotEquals');
  const candidates = special(family, relation) ?? [
    `${family}${relation}`,
    `${family}${relation.replace('Like', 'Equals')}`,
  ];
  const name = conditionOperators.find((each) => candidates.includes(each));
  return name && operatorText({ ...operator, name });
}

function special(family: OperatorFamily, relation: string): readonly string[] | undefined {
  const negated = relation.startsWith('Not');
  if (family === 'Bool') return negated ? [] : ['Bool'];
  if (family === 'IpAddress') return [negated ? 'NotIpAddress' : 'IpAddress'];
  return undefined;
}

/** Whether the operator of a clause fits its key, as far as the key is known; if not, type-mismatch says so. */
export function fitsKey(catalog: Catalog, { key, family }: ReadClause): boolean {
  const known = family === 'Null' ? undefined : findConditionKey(catalog, key.value);
  return known === undefined || familiesOf(known)?.includes(family) !== false;
}
