// Another key of a Principal element for what stands under the wrong one.
import { principalKindOf } from '../policy/principal';
import type { PrincipalElement, PrincipalKind } from '../policy/types';
import { itemsOf, type Writer } from '../syntax/node';
import type { Fix } from './rule';

/** Renames the key, where all that it has belongs under the other one, and that one is not there yet. */
export function moveToKey(
  writer: Writer,
  { property: { value } }: PrincipalElement,
  from: PrincipalKind,
  to: Exclude<PrincipalKind, 'everyone'>,
): readonly Fix[] {
  if (value?.kind !== 'object' || value.properties.some(({ key }) => key.value === to)) return [];
  const property = value.properties.find(({ key }) => key.value === from);
  const items = itemsOf(property?.value);
  const fits = items.every((item) => item.kind === 'string' && principalKindOf(item.value) === to);
  return property && items.length > 0 && fits
    ? [{ title: `Change to ${to}`, edits: [writer.renameKey(property, to)], access: 'unknown' }]
    : [];
}
