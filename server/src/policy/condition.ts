// What is known of a Condition element as a whole. No judgement on its keys or values.

import type { PropertyNode } from '../syntax/node';
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
