// Which value known only later an offset is in. What is known of it is not looked at.
import type { Span } from '../base/span';
import type { DynamicNode, Node } from '../syntax/node';

export interface DynamicAt {
  readonly node: DynamicNode;
  /** Of the node, with the braces where it fills a hole. */
  readonly span: Span;
}

/** The innermost one within a node; in the known text between holes it is the text as a whole. */
export function dynamicAt(node: Node | undefined, offset: number, span = node?.span): DynamicAt | undefined {
  if (!node || !span || !holds(span, offset)) return undefined;
  switch (node.kind) {
    case 'object':
      return first(
        node.properties,
        ({ computed, value }) => dynamicAt(computed, offset) ?? dynamicAt(value, offset),
      );
    case 'array':
      return first(node.items, (item) => dynamicAt(item, offset));
    case 'dynamic':
      return within(node, offset) ?? { node, span };
    default:
      return undefined;
  }
}

function within(
  { template = [], parts, call, items = [] }: DynamicNode,
  offset: number,
): DynamicAt | undefined {
  return first([...template, ...parts, ...(call?.args ?? []), ...items], (each) =>
    each.kind === 'hole' ? dynamicAt(each.node, offset, each.span) : dynamicAt(each, offset),
  );
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
