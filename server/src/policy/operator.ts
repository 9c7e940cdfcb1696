// The parts of a condition operator: `ForAnyValue:StringNotLikeIfExists` is a set, an operator and a suffix.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import { rememberTexts } from '../base/rememberTexts';
import { conditionOperators } from './elements';

export type OperatorName = (typeof conditionOperators)[number];

export interface Operator {
  /** How a key with several values is compared; `undefined`: the key has one value. */
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly name: OperatorName;
  /** Whether a request without the key passes. */
  readonly ifExists: boolean;
  /** Whether the values are the ones that do not match: `StringNotEquals`, `NotIpAddress`. */
  readonly negated: boolean;
}

const sets = ['ForAllValues', 'ForAnyValue'] as const;
const byLowerName: ReadonlyMap<string, OperatorName> = new Map(
  conditionOperators.map((name) => [name.toLowerCase(), name]),
);

/** There are few operators, and each is asked for again and again. */
const operatorOf = rememberTexts(500, (text) => parse(text) ?? null);

/** Splits an operator, whatever its case; `undefined` for one that AWS does not have. */
export function parseOperator(text: string): Operator | undefined {
  return operatorOf(text) ?? undefined;
}

function parse(text: string): Operator | undefined {
  const lower = text.toLowerCase();
  const set = sets.find((each) => lower.startsWith(`${each.toLowerCase()}:`));
  const bare = set ? lower.slice(set.length + 1) : lower;
  const ifExists = bare.endsWith('ifexists');
  const name = byLowerName.get(ifExists ? bare.slice(0, -'ifexists'.length) : bare);
  return name && { set, name, ifExists, negated: name.includes('Not') };
}

/** Whether an operator is true of a request that does not have the key. Of Null this is not asked. */
export function passesWithoutKey({ set, ifExists, negated }: Operator): boolean {
  return ifExists || (set ? set === 'ForAllValues' : negated);
}

/** What an operator compares. */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

const families: readonly OperatorFamily[] = ['String', 'Numeric', 'Date', 'Bool', 'Binary', 'Arn', 'Null'];

/** The family that an operator belongs to: `StringNotLike` → `String`, `NotIpAddress` → `IpAddress`. */
export function familyOf(name: OperatorName): OperatorFamily {
  return families.find((family) => name.startsWith(family)) ?? 'IpAddress';
}

/** Whether `*` and `?` in a value are wildcards. */
export function takesWildcards(name: OperatorName): boolean {
  return name.startsWith('Arn') || name.endsWith('Like');
}

/** An operator as AWS writes it, with its set and its suffix. */
export function operatorText({ set, name, ifExists }: Pick<Operator, 'set' | 'name' | 'ifExists'>): string {
  return `${set ? `${set}:` : ''}${name}${ifExists ? 'IfExists' : ''}`;
}
