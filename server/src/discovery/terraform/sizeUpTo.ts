// How much a value comes to once everything in it is written out. Counts no further than it is asked to.
import type { Node } from '../../syntax/node';

/** The number of nodes of a value, those counted again that stand in it again; at most `limit`. */
export function sizeUpTo(node: Node, limit: number): number {
  let size = 1;
  for (const child of childrenOf(node)) {
    if (size >= limit) return limit;
    size += sizeUpTo(child, limit - size);
  }
  return size;
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'array':
      return node.items;
    case 'object':
      return node.properties.flatMap(({ value }) => value ?? []);
    case 'dynamic': {
      const holes = node.template?.flatMap((piece) =>
        piece.kind === 'hole' && piece.node ? [piece.node] : [],
      );
      return [...node.parts, ...(holes ?? []), ...(node.call?.args ?? [])];
    }
    default:
      return [];
  }
}
