// What to cut to take properties and items out: whole lines in block style, commas with their members in brackets.
import type { Span } from '../../../base/span';
import { removals } from '../../commas';
import type { ArrayNode, Node } from '../../node';
import { columnOf, isFirstOnLine, lineEndOf, lineStartOf, nextLineOf } from '../lines';

export function removeFlowMembers(
  text: string,
  container: Span,
  members: readonly { readonly span: Span }[],
  indexes: readonly number[],
): readonly Span[] {
  return removals(
    text,
    container,
    members.map(({ span }) => span),
    indexes.filter((index) => index >= 0),
  );
}

/** A property that is not the only one: its lines with the comment at their end. */
export function removeBlockProperty(text: string, { start, end }: Span): Span {
  return removeLines(text, start, end);
}

/** Items of a list, not all of them. `all`: those that are written in the list, in order. */
export function removeBlockItems(
  text: string,
  array: ArrayNode,
  all: readonly Node[],
  gone: readonly Node[],
): readonly Span[] {
  const cuts: Span[] = [];
  for (let first = 0; first < all.length; first++) {
    // Neighbours go together, since the first one may share its line with what is around the list.
    let last = first;
    while (isIn(gone, all[last])) last += 1;
    const [from, to] = [all[first], all[last - 1]];
    if (last > first && from && to)
      cuts.push(removeLines(text, dashOf(text, array, from.span.start), to.span.end));
    first = last;
  }
  return cuts;
}

function isIn(list: readonly Node[], node: Node | undefined): boolean {
  return node !== undefined && list.includes(node);
}

/** The lines from `start` to `end`. What `start` shares its line with stays, and what comes next moves up to it. */
function removeLines(text: string, start: number, end: number): Span {
  if (!isFirstOnLine(text, start)) {
    const next = /\S/.exec(text.slice(nextLineOf(text, end)));
    return { start, end: next ? nextLineOf(text, end) + next.index : end };
  }
  const lineStart = lineStartOf(text, start);
  const next = nextLineOf(text, end);
  if (next > lineEndOf(text, end) || lineStart === 0) return { start: lineStart, end: next };
  // The last line of the text, which has no line break: the one in front of it goes.
  return { start: lineEndOf(text, lineStart - 1), end: next };
}

/** The `-` of an item: the nearest one above it in the list's column. */
function dashOf(text: string, array: ArrayNode, itemStart: number): number {
  const column = columnOf(text, array.span.start);
  for (let line = lineStartOf(text, itemStart); line >= 0; line = lineStartOf(text, line - 1)) {
    const at = line + column;
    if (at <= array.span.start) return array.span.start;
    if (text[at] === '-' && at <= itemStart && /\s|$/.test(text[at + 1] ?? '')) return at;
    if (line === 0) break;
  }
  return itemStart;
}
