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
export function listSlot(whole: Slot, path: Slot['path'], attribute: string): Slot {
  const slot = behindHoles(whole);
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

/** Where a policy variable is begun in a text with holes: what is behind the last hole, since holes cannot be written. */
function behindHoles(slot: Slot): Slot {
  const { node, typed, replace } = slot;
  if (node?.kind !== 'dynamic' || !node.template || !/[&$]\{[^}]*$/.test(typed)) return slot;
  let passed = 0;
  let last: { readonly from: number; readonly start: number } | undefined;
  for (const piece of node.template) {
    passed += piece.kind === 'hole' ? piece.span.end - piece.span.start : piece.value.length;
    if (passed > typed.length) break;
    if (piece.kind === 'hole') last = { from: passed, start: piece.span.end };
  }
  return last ? { ...slot, typed: typed.slice(last.from), replace: { ...replace, start: last.start } } : slot;
}
