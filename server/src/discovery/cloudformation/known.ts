// Small makers of what is known of a value: dynamic nodes, stretches of a text, holes.
import type { Span } from '../../base/span';
import type { DynamicNode, Node, StringNode, TemplateHole, TemplatePiece } from '../../syntax/node';

/** What is known of a dynamic value, wherever it stands. */
export type Known = Partial<Omit<DynamicNode, 'kind' | 'span'>>;

export const NO_VALUE = 'AWS::NoValue';

export function dynamic(span: Span, what: string, known: Known = {}): DynamicNode {
  return { kind: 'dynamic', span, what, parts: [], ...known };
}

/** Whether a value takes its property, or its place in a list, away. */
export function isNoValue(node: Node): boolean {
  return node.kind === 'dynamic' && node.what === NO_VALUE;
}

/** `written`: what stands for it in a text. */
export function hole(span: Span, node: Node, written?: string): TemplateHole {
  const isItself = written !== undefined && !/["'\\\n]/.test(written);
  return { kind: 'hole', span, node, ...(isItself && { written }) };
}

/** A text that does not stand in the document, but comes of what stands at `span`. */
export function madeText(value: string, span: Span): StringNode {
  return { kind: 'string', value, span, spanOf: () => span };
}

/** A stretch of a text that stands in the document; `value` where it is read as something else. */
export function stretchOf(text: StringNode, from: number, to: number, value?: string): StringNode {
  const span = text.spanOf(from, to);
  if (value !== undefined) return madeText(value, span);
  return {
    kind: 'string',
    value: text.value.slice(from, to),
    span,
    spanOf: (a, b) => text.spanOf(from + a, Math.min(from + b, to)),
    ...(text.encode && { encode: (inner: string) => text.encode?.(inner) ?? inner }),
  };
}

/** A text that is a part of another: no string by itself, so that no edit writes quotes into it. */
export function textWithin(text: StringNode, from: number, to: number): DynamicNode {
  const piece = stretchOf(text, from, to);
  return dynamic(piece.span, 'a part of a text', { template: [piece] });
}

/** What is known of a text made of these pieces. */
export function knownText(template: readonly TemplatePiece[]): Known {
  const isLookedUp = template.some(
    (piece) => piece.kind === 'hole' && piece.node?.kind === 'dynamic' && piece.node.isLookedUp,
  );
  return isLookedUp ? { template, isLookedUp } : { template };
}

/** A parameter or an entry of a mapping is a text, also where it is written as a number. */
export function asText(node: Node): Node {
  switch (node.kind) {
    case 'number':
      return madeText(node.text, node.span);
    case 'boolean':
      return madeText(String(node.value), node.span);
    case 'array':
      return { ...node, items: node.items.map(asText) };
    default:
      return node;
  }
}
