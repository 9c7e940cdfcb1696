// Edits that take a clause out of a condition or put it under another operator. Says nothing of what they do to access.
import type { Edit } from '../base/edit';
import type { ObjectNode, Plain, PropertyNode, Writer } from '../syntax/node';
import type { ConditionClause, Statement } from './types';

/** Where a clause stands: in which condition, under which operator, in which block. */
interface ClausePlace {
  readonly condition: ObjectNode;
  readonly operator: PropertyNode;
  readonly block: ObjectNode;
  readonly key: PropertyNode;
}

/** Removes the key, and with it an operator and a Condition that would be left empty. `undefined`: stands elsewhere. */
export function removeClause(
  writer: Writer,
  statement: Statement,
  clause: ConditionClause,
): readonly Edit[] | undefined {
  const place = placeOf(statement, clause);
  if (!place) return undefined;
  const { condition, operator, block, key } = place;
  if (block.properties.length > 1) return [writer.removeProperty(block, key)];
  if (condition.properties.length > 1) return [writer.removeProperty(condition, operator)];
  return statement.condition && [writer.removeProperty(statement.node, statement.condition.property)];
}

/**
 * Puts the key under another operator, with another value where one is given. `undefined` where that operator has the
 * key already, or where the value is known only later and would have to be written anew.
 */
export function moveClause(
  writer: Writer,
  statement: Statement,
  clause: ConditionClause,
  operatorName: string,
  newValue?: Plain,
): readonly Edit[] | undefined {
  const place = placeOf(statement, clause);
  if (!place) return undefined;
  const { condition, operator, block, key } = place;
  const target = condition.properties.find(
    (each) => each !== operator && each.key.value.toLowerCase() === operatorName.toLowerCase(),
  );
  const isAlone = block.properties.length === 1;
  if (!target && isAlone) {
    const renamed = writer.renameKey(operator, operatorName);
    return newValue === undefined || !key.value
      ? [renamed]
      : [renamed, writer.replaceValue(key.value, newValue)];
  }
  const value = newValue ?? (key.value && writer.plain(key.value));
  if (value === undefined) return undefined;
  const removed = isAlone ? writer.removeProperty(condition, operator) : writer.removeProperty(block, key);
  if (!target) {
    return [removed, writer.insertProperty(condition, operatorName, { [key.key.value]: value }, operator)];
  }
  if (target.value?.kind !== 'object' || hasKey(target.value, key.key.value)) return undefined;
  return [removed, writer.insertProperty(target.value, key.key.value, value, target.value.properties.at(-1))];
}

/** Renames the key of a clause; `undefined` where the operator has a key of that name already. */
export function renameClauseKey(
  writer: Writer,
  statement: Statement,
  clause: ConditionClause,
  key: string,
): readonly Edit[] | undefined {
  const place = placeOf(statement, clause);
  const isTaken = place?.block.properties.some((each) => each !== place.key && sameName(each, key));
  return place && !isTaken ? [writer.renameKey(place.key, key)] : undefined;
}

function placeOf({ condition }: Statement, clause: ConditionClause): ClausePlace | undefined {
  const object = condition?.property.value;
  if (object?.kind !== 'object') return undefined;
  const operator = object.properties.find(({ key }) => key === clause.operator);
  if (operator?.value?.kind !== 'object') return undefined;
  const block = operator.value;
  const key = block.properties.find((each) => each.key === clause.key);
  return key && { condition: object, operator, block, key };
}

function hasKey(block: ObjectNode, key: string): boolean {
  return block.properties.some((each) => sameName(each, key));
}

function sameName({ key }: PropertyNode, name: string): boolean {
  return key.value.toLowerCase() === name.toLowerCase();
}
