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
      const kept = slot.typed.slice(0, keptOf(slot));
      const isKept = value.startsWith(kept);
      const written = isKept ? kept + writtenVariables(value.slice(kept.length)) : writtenVariables(value);
      // Without quotes yet: the attribute takes a list.
      const list = isAlone ? slot.valueText(JSON.stringify([written])) : undefined;
      return list ?? slot.stringText(written);
    },
  };
}

/** How many of the typed characters are holes and what is in front of them, which stay as they are. */
function keptOf({ node, typed }: Slot): number {
  let passed = 0;
  let kept = 0;
  for (const piece of node?.kind === 'dynamic' ? (node.template ?? []) : []) {
    passed += piece.kind === 'hole' ? piece.span.end - piece.span.start : piece.value.length;
    if (passed > typed.length) break;
    if (piece.kind === 'hole') kept = passed;
  }
  return kept;
}
