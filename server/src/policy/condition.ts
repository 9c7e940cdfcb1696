// What is known of a Condition element as a whole. No judgement on its keys or values.

import type { Node, PropertyNode } from '../syntax/node';
import { isDynamicKey } from './lower';
import type { ConditionElement } from './types';

/** Whether clauses may be there that nobody sees: half-typed, of the wrong shape, or known only later. */
export function hasUnknownClauses({ property }: ConditionElement): boolean {
  const { value } = property;
  if (value?.kind !== 'object') return true;
  return value.properties.some(
    (operator) =>
      operator.value?.kind !== 'object' ||
      isKnownLater(operator) ||
      operator.value.properties.some(isKnownLater),
  );
}

function isKnownLater({ computed, key }: PropertyNode): boolean {
  return computed !== undefined || isDynamicKey(key.value);
}

/** Whether the condition, or an operator in it, is an object with nothing inside. */
export function hasEmptyBlock({ property }: ConditionElement): boolean {
  const { value } = property;
  if (value?.kind !== 'object') return false;
  return value.properties.length === 0 || value.properties.some((operator) => isEmpty(operator.value));
}

function isEmpty(node: Node | undefined): boolean {
  return node?.kind === 'object' && node.properties.length === 0;
}
