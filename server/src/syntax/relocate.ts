// Copies of nodes that stand elsewhere, as what they are at one place of this document: nothing of them can be edited.
import type { Span } from '../base/span';
import type { DynamicNode, Node, PropertyNode, StringNode, TemplatePiece } from './node';

/**
 * A copy in which every span is the one given. Strings become texts with known pieces, so that nobody takes them for
 * what is written at that place.
 */
export function relocate(node: Node, span: Span): Node {
  switch (node.kind) {
    case 'string':
      return knownText(node.value, span);
    case 'array':
      return {
        kind: 'array',
        span,
        items: node.items.map((item) => relocate(item, span)),
        ...(node.isPartial && { isPartial: true }),
      };
    case 'object':
      return {
        kind: 'object',
        span,
        properties: node.properties.map((property) => relocateProperty(property, span)),
        ...(node.isPartial && { isPartial: true }),
      };
    case 'dynamic':
      return relocateDynamic(node, span);
    default:
      return { ...node, span };
  }
}

export function relocateDynamic(node: DynamicNode, span: Span): DynamicNode {
  const { what, isExact, isWord, isLookedUp, parts, template, reference, call, items, loop } = node;
  const copy = (each: Node) => relocate(each, span);
  return {
    kind: 'dynamic',
    span,
    what,
    parts: parts.map(copy),
    ...(isExact && { isExact }),
    ...(isWord && { isWord }),
    ...(isLookedUp && { isLookedUp }),
    ...(template && { template: template.map((piece) => relocatePiece(piece, span)) }),
    ...(reference && { reference }),
    ...(call && { call: { name: call.name, args: call.args.map(copy) } }),
    ...(items && { items: items.map(copy) }),
    ...(loop && { loop: { ...loop, over: copy(loop.over) } }),
  };
}

/** A text that was looked up or put together, at the place that it stands in for. */
export function knownText(value: string, span: Span): DynamicNode {
  const template = [textAt(value, span)];
  return { kind: 'dynamic', span, what: value, parts: [], isLookedUp: true, template };
}

/** A stretch of text all of which has one place. */
export function textAt(value: string, span: Span): StringNode {
  return { kind: 'string', span, value, spanOf: () => span };
}

function relocateProperty({ key, value, computed }: PropertyNode, span: Span): PropertyNode {
  return {
    kind: 'property',
    span,
    key: textAt(key.value, span),
    value: value && relocate(value, span),
    ...(computed && { computed: relocateDynamic(computed, span) }),
  };
}

function relocatePiece(piece: TemplatePiece, span: Span): TemplatePiece {
  if (piece.kind === 'string') return textAt(piece.value, span);
  const { directive, node } = piece;
  return {
    kind: 'hole',
    span,
    node: node && relocate(node, span),
    ...(directive !== undefined && { directive }),
  };
}
