// The fixes of the rules on conditions: another operator, another key, another value, or the clause gone.
import { moveClause, removeClause, renameClauseKey } from '../policy/clauseEdits';
import type { ConditionClause, ConditionValue } from '../policy/types';
import type { Plain, Writer } from '../syntax/node';
import type { Access, Fix, StatementSubject } from './rule';

type Place = Pick<StatementSubject, 'statement' | 'writer'>;

/** Puts the clause under another operator; none where that cannot be done. */
export function useOperator(
  { statement, writer }: Place,
  clause: ConditionClause,
  operator: string | undefined,
  access: Access,
  newValue?: Plain,
): readonly Fix[] {
  const edits =
    operator === undefined ? undefined : moveClause(writer, statement, clause, operator, newValue);
  return edits ? [{ title: `Change to ${operator}`, edits, access }] : [];
}

export function useKey(
  { statement, writer }: Place,
  clause: ConditionClause,
  key: string | undefined,
  access: Access = 'unknown',
): readonly Fix[] {
  const edits = key === undefined ? undefined : renameClauseKey(writer, statement, clause, key);
  return edits ? [{ title: `Change to ${key}`, edits, access }] : [];
}

/** Another text in place of a value, in the same kind of quotes where it has any. */
export function useValue(
  writer: Writer,
  { node }: ConditionValue,
  text: string | undefined,
  access: Access = 'unknown',
): readonly Fix[] {
  if (text === undefined) return [];
  const edit = node.kind === 'string' ? writer.replaceString(node, text) : writer.replaceValue(node, text);
  return [{ title: `Change to ${text}`, edits: [edit], access }];
}

export function dropClause(
  { statement, writer }: Place,
  clause: ConditionClause,
  access: Access,
): readonly Fix[] {
  const edits = removeClause(writer, statement, clause);
  return edits ? [{ title: `Remove ${clause.key.value}`, edits, access }] : [];
}

/** Removes one value from the list that it stands in. */
export function dropValue(
  writer: Writer,
  { value: list }: ConditionClause,
  { node, text }: ConditionValue,
  access: Access,
): readonly Fix[] {
  if (list?.kind !== 'array' || list.items.length < 2 || !list.items.includes(node)) return [];
  return [{ title: `Remove ${text}`, edits: writer.removeItems(list, [node]), access }];
}
