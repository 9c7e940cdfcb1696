// The clauses of a condition with their operators read: what most rules on conditions look at. Clauses whose operator
// AWS does not have, or whose value is still being typed, are left out.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import { familyOf, type Operator, type OperatorFamily, parseOperator, passesWithoutKey } from './operator';
import type { ConditionClause, ConditionElement, Statement } from './types';

export interface ReadClause extends ConditionClause {
  readonly compares: Operator;
  readonly family: OperatorFamily;
  /** The key in lower case: its case does not count. */
  readonly lowerKey: string;
}

const read = new WeakMap<ConditionElement, readonly ReadClause[]>();
const none: readonly ReadClause[] = [];

/** In source order. Worked out once for each condition, since many rules ask. */
export function clausesOf({ condition }: Statement): readonly ReadClause[] {
  if (!condition) return none;
  const known = read.get(condition);
  if (known) return known;
  const clauses = condition.clauses.flatMap((clause) => readClause(clause) ?? []);
  read.set(condition, clauses);
  return clauses;
}

function readClause(clause: ConditionClause): ReadClause | undefined {
  const compares = clause.value && parseOperator(clause.operator.value);
  if (!compares) return undefined;
  return { ...clause, compares, family: familyOf(compares.name), lowerKey: clause.key.value.toLowerCase() };
}

/** Whether a statement has a condition: the cheap look before a rule on conditions starts. */
export function hasCondition({ statement }: { readonly statement: Statement }): boolean {
  return statement.condition !== undefined;
}

/** Whether a condition has a clause of one of these families. */
export function comparesAny(statement: Statement, families: readonly OperatorFamily[]): boolean {
  return clausesOf(statement).some(({ family }) => families.includes(family));
}

/** Whether a clause asks for a value of the key, which a request must have. Null asks for none. */
export function demandsKey({ compares, family }: ReadClause): boolean {
  return !compares.negated && !compares.ifExists && compares.set !== 'ForAllValues' && family !== 'Null';
}

/** Whether a clause holds only for requests that have the key, by what it compares or because `Null` says so. */
export function needsKey(clause: ReadClause): boolean {
  const { family, compares, values, isPartial } = clause;
  if (family !== 'Null') return !passesWithoutKey(compares);
  if (compares.set || isPartial || values.length === 0) return false;
  return values.every(({ text }) => text.toLowerCase() === 'false');
}

/** Whether a condition compares a key of these; `lowerKeys`: in lower case. */
export function comparesKey(statement: Statement, ...lowerKeys: readonly string[]): boolean {
  return clausesOf(statement).some(({ lowerKey }) => lowerKeys.includes(lowerKey));
}

/** Whether a condition has a key without values: the cheap look of the rules on empty lists. */
export function hasEmptyList({ statement }: { readonly statement: Statement }): boolean {
  return clausesOf(statement).some(({ value }) => value?.kind === 'array' && value.items.length === 0);
}
