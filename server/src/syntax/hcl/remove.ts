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
    form === 'object' ? between(text, siblings, new Set([object.properties.indexOf(property)])) : [span];
  return cut(inline);
}

/** Removes properties of one object. Only those of `{ a = 1, b = 2 }` share commas. */
export function removeProperties(
  source: HclSource,
  object: ObjectNode,
  properties: readonly PropertyNode[],
): readonly Edit[] {
  if (formOf(source, object) !== 'object') {
    return properties.map((each) => removeProperty(source, object, each));
  }
  const all = object.properties.map(({ span }) => span);
  const gone = new Set(
    properties.map((each) => object.properties.indexOf(each)).filter((index) => index >= 0),
  );
  return between(source.text, all, gone).map(cut);
}

/** Removes items of a list. Those that have lines of their own take these with them. */
export function removeItems({ text }: HclSource, array: ArrayNode, items: readonly Node[]): readonly Edit[] {
  const all = array.items;
  const gone = new Set(items.map((item) => all.indexOf(item)).filter((index) => index >= 0));
  const last = all.at(-1);
  if (last && gone.size === all.length) {
    const isClosed = text[array.span.end - 1] === ']';
    return [cut({ start: array.span.start + 1, end: isClosed ? array.span.end - 1 : last.span.end })];
  }
  const lines = new Map<number, Span>();
  for (const index of gone) {
    const item = all[index];
    const own = item && wholeLines(text, item.span, item === last);
    if (own) lines.set(index, own);
  }
  const spans = all.map((item) => item.span);
  return [...lines.values(), ...between(text, spans, gone, lines)].map(cut);
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

/**
 * What to cut so that the members in `gone` are gone, with one comma each, apart from those cut as whole lines. A
 * member goes with the comma in front of it, or with the one behind where the one in front stays or goes otherwise.
 */
function between(
  text: string,
  members: readonly Span[],
  gone: ReadonlySet<number>,
  lines: ReadonlyMap<number, Span> = new Map(),
): readonly Span[] {
  const cuts: Span[] = [];
  let keepsFront = true;
  members.forEach((member, index) => {
    if (!gone.has(index)) {
      keepsFront = false;
      return;
    }
    if (lines.has(index)) {
      keepsFront = true;
      return;
    }
    const before = members[index - 1];
    const next = members[index + 1];
    const start = keepsFront || !before ? member.start : before.end;
    const comma = next ? undefined : /^\s*,/.exec(text.slice(member.end, member.end + 200));
    const end = keepsFront && next ? (lines.get(index + 1)?.start ?? next.start) : member.end;
    cuts.push({ start, end: end + (comma?.[0].length ?? 0) });
  });
  return cuts;
}
