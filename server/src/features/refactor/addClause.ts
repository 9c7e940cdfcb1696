// Offers that narrow a statement by one more clause of its condition.
import { addToCondition } from '../../rules/addToCondition';
import type { Plain } from '../../syntax/node';
import type { Offer, StatementPlace } from './refactoring';

export interface Clause {
  readonly operator: string;
  readonly key: string;
  readonly value: Plain;
}

/** One offer to add a clause, under a title of its own; none where the condition has no room for it. */
export function addClause(
  { writer, statement }: Pick<StatementPlace, 'writer' | 'statement'>,
  title: string,
  { operator, key, value }: Clause,
): readonly Offer[] {
  const fixes = addToCondition(writer, statement, operator, key, value, 'narrower');
  return fixes.map((fix) => ({ ...fix, title }));
}

/** Whether the condition compares a key, or has a part that is known only later. */
export function mayCompare({ statement }: Pick<StatementPlace, 'statement'>, keys: RegExp): boolean {
  const { condition } = statement;
  return condition?.isPartial === true || condition?.clauses.some(({ key }) => keys.test(key.value)) === true;
}
