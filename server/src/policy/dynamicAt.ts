// Which value known only later an offset is in. What is known of it is not looked at.
import type { Span } from '../base/span';
import type { DynamicNode, Node, TemplateHole } from '../syntax/node';

export interface DynamicAt {
  readonly node: DynamicNode;
  /** Of the node, with the braces where it fills a hole. */
  readonly span: Span;
  /** Whether it is a text with holes, or fills one. */
  readonly isText: boolean;
}

/** The innermost one within a node; in the known text between holes it is the text as a whole. */
export function dynamicAt(node: Node | undefined, offset: number): DynamicAt | undefined {
  if (!node || !holds(node.span, offset)) return undefined;
  switch (node.kind) {
    case 'object':
      return first(
        node.properties,
        ({ computed, value }) => dynamicAt(computed, offset) ?? dynamicAt(value, offset),
      );
    case 'array':
      return first(node.items, (item) => dynamicAt(item, offset));
    case 'dynamic':
      return (
        within(node, node.span, offset) ?? { node, span: node.span, isText: node.template !== undefined }
      );
    default:
      return undefined;
  }
}

function within(node: DynamicNode, span: Span, offset: number): DynamicAt | undefined {
  const { template = [], parts, call, items = [] } = node;
  return (
    first(template, (piece) => (piece.kind === 'hole' ? inHole(piece, span, offset) : undefined)) ??
    first([...parts, ...(call?.args ?? []), ...items], (each) => dynamicAt(each, offset))
  );
}

/** What was looked up has all its holes where it was put. */
function inHole({ node, span }: TemplateHole, around: Span, offset: number): DynamicAt | undefined {
  const isSmaller = span.end - span.start < around.end - around.start;
  if (node?.kind !== 'dynamic' || !isSmaller || !holds(span, offset)) return undefined;
  return within(node, span, offset) ?? { node, span, isText: true };
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
