// The fix that adds a clause to the condition of a statement.
import type { Statement } from '../policy/types';
import { type Plain, property, type Writer } from '../syntax/node';
import type { Access, Fix } from './rule';

/**
 * One fix that compares `key` with `value` by `operator`, beside what the condition has; none where the condition is
 * known only later or compares the key so already.
 */
export function addToCondition(
  writer: Writer,
  { node, condition }: Statement,
  operator: string,
  key: string,
  value: Plain,
  access: Access,
): readonly Fix[] {
  const title = `Add ${operator} ${key} = ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  if (!condition) {
    const edits = [
      writer.insertProperty(node, 'Condition', { [operator]: { [key]: value } }, node.properties.at(-1)),
    ];
    return [{ title, edits, access }];
  }
  const operators = condition.property.value;
  if (operators?.kind !== 'object') return [];
  const known = property(operators, operator);
  if (!known) {
    const last = operators.properties.at(-1);
    return [{ title, edits: [writer.insertProperty(operators, operator, { [key]: value }, last)], access }];
  }
  const keys = known.value;
  if (keys?.kind !== 'object' || property(keys, key)) return [];
  return [{ title, edits: [writer.insertProperty(keys, key, value, keys.properties.at(-1))], access }];
}
