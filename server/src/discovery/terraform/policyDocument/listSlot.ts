// A slot within the value of an attribute: lists, and policy variables as the data source writes them.
import type { Slot } from '../../../syntax/node';
import { withVariables, writtenVariables } from './variables';

const lists: ReadonlySet<string> = new Set([
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'identifiers',
  'values',
]);

/** `attribute`: the element, or `identifiers` and `values` in the blocks of a statement. */
export function listSlot(slot: Slot, path: Slot['path'], attribute: string): Slot {
  const isAlone = path.at(-1)?.kind === 'property' && lists.has(attribute);
  const { node } = slot;
  return {
    ...slot,
    path,
    node: node && withVariables(node),
    typed: slot.typed.replaceAll('&{', '${'),
    stringText(value) {
      const written = writtenVariables(value);
      // Without quotes yet: the attribute takes a list.
      const list = isAlone ? slot.valueText(JSON.stringify([written])) : undefined;
      return list ?? slot.stringText(written);
    },
  };
}
