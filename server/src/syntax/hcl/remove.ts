// Edits in HCL that take attributes, blocks and items away, with their commas and the lines they leave empty.
import type { Edit } from '../../base/edit';
import type { Span } from '../../base/span';
import type { ArrayNode, Node, ObjectNode, PropertyNode } from '../node';
import { formOf, type HclSource, lineStart } from './source';

/** Removes a property. One that is a label of a block takes the block with it. */
export function removeProperty(source: HclSource, object: ObjectNode, property: PropertyNode): Edit {
  const { text } = source;
  const form = formOf(source, object);
  // A block's labels are on the line that its first word is on.
  const start = form === 'header' ? lineContent(text, property.span.start) : property.span.start;
  const span = { start, end: property.span.end };
  const lines = wholeLines(text, span, form !== 'object' || isLast(object.properties, property));
  if (lines) return cut(withBlankLine(text, lines));
  const siblings = object.properties.map((each) => each.span);
  const [inline = span] =
    form === 'object' ? between(text, siblings, [object.properties.indexOf(property)]) : [span];
  return cut(inline);
}

/** Removes items of a list. Those that have lines of their own take these with them. */
export function removeItems({ text }: HclSource, array: ArrayNode, items: readonly Node[]): readonly Edit[] {
  const all = array.items;
  const indexes = items.map((item) => all.indexOf(item)).filter((index) => index >= 0);
  const [first, last] = [all[0], all.at(-1)];
  if (first && last && new Set(indexes).size === all.length) {
    const isClosed = text[array.span.end - 1] === ']';
    return [cut({ start: array.span.start + 1, end: isClosed ? array.span.end - 1 : last.span.end })];
  }
  const inline: number[] = [];
  const edits: Edit[] = [];
  for (const index of new Set(indexes)) {
    const item = all[index];
    const lines = item && wholeLines(text, item.span, item === last);
    if (lines) edits.push(cut(lines));
    else inline.push(index);
  }
  const spans = all.map((item) => item.span);
  return [...edits, ...between(text, spans, inline, new Set(indexes)).map(cut)];
}

function cut(span: Span): Edit {
  return { span, text: '' };
}

function isLast<T>(list: readonly T[], item: T): boolean {
  return list.at(-1) === item;
}

/** Where the text of a line begins. */
function lineContent(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start + (/^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0);
}

/**
 * The lines of something that has them to itself, apart from its comma and a comment; `undefined` where it shares
 * them. `needsNoComma`: whether nothing follows that it would have to be parted from.
 */
function wholeLines(text: string, { start, end }: Span, needsNoComma: boolean): Span | undefined {
  const from = lineStart(text, start);
  if (text.slice(from, start).trim() !== '') return undefined;
  const behind = /^[ \t]*(,?)[ \t]*(?:(?:#|\/\/)[^\n]*|\/\*[^\n]*?\*\/[ \t]*)?(?:\r?\n|$)/.exec(
    text.slice(end, lineLimit(text, end)),
  );
  if (!behind || (behind[1] === '' && !needsNoComma)) return undefined;
  return { start: from, end: end + behind[0].length };
}

function lineLimit(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** With the blank line in front, where one follows as well or nothing does. */
function withBlankLine(text: string, { start, end }: Span): Span {
  const before = /(?:^|\n)([ \t]*\r?\n)$/.exec(text.slice(0, start))?.[1] ?? '';
  const after = text.slice(end, lineLimit(text, end)).trim();
  return after === '' || after === '}' ? { start: start - before.length, end } : { start, end };
}

/** What to cut so that the members at `indexes` are gone, with one comma each. `all`: those that go in any way. */
function between(
  text: string,
  members: readonly Span[],
  indexes: readonly number[],
  all: ReadonlySet<number> = new Set(indexes),
): readonly Span[] {
  const firstKept = members.findIndex((_, index) => !all.has(index));
  return indexes.map((index) => {
    const { start = 0, end = 0 } = members[index] ?? {};
    const before = members[index - 1];
    const next = members[index + 1];
    if (next && (!before || index < firstKept)) return { start, end: next.start };
    const comma = next ? undefined : /^\s*,/.exec(text.slice(end, end + 200));
    return { start: before?.end ?? start, end: end + (comma?.[0].length ?? 0) };
  });
}
