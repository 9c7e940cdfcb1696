// The commonest fix: another text in place of a string.
import type { StringNode, Writer } from '../syntax/node';
import type { Access, Fix } from './rule';

/** One fix for each text that may have been meant, the best first; those that are `undefined` are left out. */
export function changeTo(
  writer: Writer,
  node: StringNode,
  texts: readonly (string | undefined)[],
  access: Access,
): () => readonly Fix[] {
  return () =>
    texts
      .filter((text) => text !== undefined)
      .map((text) => ({ title: `Change to ${text}`, edits: [writer.replaceString(node, text)], access }));
}
