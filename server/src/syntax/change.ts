// In what two versions of a text differ, and what stays of a tree: shared by the syntaxes that read only what changed.
import type { Span } from '../base/span';
import { shiftSpan } from '../base/span';
import { movedNode, movedProperty } from './moved';
import type { ArrayNode, Node, ObjectNode } from './node';

/** What was replaced: `span` of the text before, by `length` characters. */
export interface Change {
  readonly span: Span;
  readonly length: number;
}

/** A container and the one of its entries that a way through a tree goes into. */
export interface Step {
  readonly container: ObjectNode | ArrayNode;
  readonly index: number;
}

/** The one place in which two texts differ. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (length) => before.slice(0, length) === after.slice(0, length));
  const rest = commonLength(
    shorter - start,
    (length) => before.slice(before.length - length) === after.slice(after.length - length),
  );
  return { span: { start, end: before.length - rest }, length: after.length - rest - start };
}

/** The greatest length that is the same in both, by halving: comparing slices is far quicker than their characters. */
function commonLength(limit: number, isSame: (length: number) => boolean): number {
  let same = 0;
  let different = limit + 1;
  while (different - same > 1) {
    const middle = (same + different) >> 1;
    if (isSame(middle)) same = middle;
    else different = middle;
  }
  return same;
}

/** The entries of a container. */
export function entriesOf(node: ObjectNode | ArrayNode): readonly { readonly span: Span }[] {
  return node.kind === 'object' ? node.properties : node.items;
}

/** What stands behind the key of an entry, or is the entry. */
export function valueAt(node: ObjectNode | ArrayNode, index: number): Node | undefined {
  return node.kind === 'object' ? node.properties[index]?.value : node.items[index];
}

/** The last entry that begins in front of an offset, or -1. Entries are in the order of the text. */
export function entryBefore(entries: readonly { readonly span: Span }[], offset: number): number {
  let low = -1;
  let high = entries.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.span.start ?? offset) < offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The entry that a span lies within, its first and last characters aside; -1 where there is none. */
export function entryWith(entries: readonly { readonly span: Span }[], { start, end }: Span): number {
  const index = entryBefore(entries, start);
  return end < (entries[index]?.span.end ?? 0) ? index : -1;
}

/**
 * The root of a tree with another value at the end of a path. `delta`: by how much longer it is than the one before;
 * what stands behind it is moved so far.
 */
export function withValueAt([step, ...inner]: readonly Step[], value: Node, delta: number): Node {
  if (!step) return value;
  const { container, index } = step;
  const span = grown(container.span, delta);
  if (container.kind === 'array') {
    const items = container.items.map((item, i) => {
      if (i < index) return item;
      return i > index ? movedNode(item, delta) : withValueAt(inner, value, delta);
    });
    return { ...container, span, items };
  }
  const properties = container.properties.map((each, i) => {
    if (i < index) return each;
    if (i > index) return movedProperty(each, delta);
    return { ...each, span: grown(each.span, delta), value: withValueAt(inner, value, delta) };
  });
  return { ...container, span, properties };
}

function grown({ start, end }: Span, delta: number): Span {
  return { start, end: end + delta };
}

/**
 * What stands outside of a region, moved where it stands behind it; `undefined` where something reaches into the region
 * from outside.
 */
export function movedAround<T extends { readonly span: Span }>(
  all: readonly T[],
  region: Span,
  delta: number,
): readonly T[] | undefined {
  const found: T[] = [];
  for (const each of all) {
    const { start, end } = each.span;
    if (start >= region.end) found.push({ ...each, span: shiftSpan(each.span, delta) });
    else if (end <= region.start && start < region.start) found.push(each);
    else if (start < region.start) return undefined;
  }
  return found;
}

/** Puts what was found in a part among the rest, each in the order that it was found in. */
export function inserted<T extends { readonly span: Span }>(
  around: readonly T[],
  part: readonly T[],
  start: number,
): readonly T[] {
  const isBefore = ({ span }: T) => span.start < start;
  return [...around.filter(isBefore), ...part, ...around.filter((each) => !isBefore(each))];
}

/**
 * How many characters of older texts a tree may hold on to: what was read from a text keeps it alive. Then the whole is
 * read once more.
 */
export const MOST_HELD = 20_000_000;
