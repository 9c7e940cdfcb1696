// All of a tree that others see, as text: for comparing trees that came about in different ways.
import type { Node, PropertyNode, TemplatePiece, Tree } from '../../server/src/syntax/node';

/** With where each string leads, and how it would take up a line break. */
export function treePicture({ roots, problems, comments, sharesNodes }: Tree): string {
  const bySpan = (all: readonly { readonly span: { start: number; end: number } }[]) =>
    all.map((each) => JSON.stringify(each)).sort();
  return JSON.stringify([roots.map(seen), bySpan(problems), bySpan(comments), sharesNodes], null, 1);
}

function seen(node: Node): unknown {
  switch (node.kind) {
    case 'string': {
      const { span, value } = node;
      return {
        value,
        span,
        spans: Array.from(value, (_, i) => node.spanOf(i, i + 1)),
        line: node.encode?.('\n'),
      };
    }
    case 'object':
      return { span: node.span, isPartial: node.isPartial, properties: node.properties.map(seenProperty) };
    case 'array':
      return {
        span: node.span,
        unwrapsOne: node.unwrapsOne,
        isPartial: node.isPartial,
        items: node.items.map(seen),
      };
    case 'dynamic': {
      const { parts, call, template, items, loop, ...rest } = node;
      return {
        ...rest,
        parts: parts.map(seen),
        call: call && [call.name, call.args.map(seen)],
        template: template?.map(seenPiece),
        items: items?.map(seen),
        loop: loop && { ...loop, over: seen(loop.over) },
      };
    }
    default:
      return node;
  }
}

function seenProperty({ span, key, value, computed }: PropertyNode): unknown {
  return [span, seen(key), value && seen(value), computed && seen(computed)];
}

function seenPiece(piece: TemplatePiece): unknown {
  return piece.kind === 'string' ? seen(piece) : { ...piece, node: piece.node && seen(piece.node) };
}
