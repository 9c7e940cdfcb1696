// What stands at a cursor in an HCL text, quoted, bare or in a heredoc, and how a key or a string must be written in
// its place: quotes, escapes, `=` and the commas that are missing around. Where the cursor is in the tree is slot.ts.
import type { Edit } from '../../base/edit';
import type { DynamicNode, Node, Slot, StringNode, TemplateHole } from '../node';
import { blockText } from './blocks';
import { HclString, quotedSpelling } from './hclString';
import { escape, fromJson, keyText, quote, withoutHoles } from './render';
import { formOf, type HclSource, lineBreakOf, lineStart, unitOf } from './source';

/** What is typed at a cursor. */
export interface SlotToken {
  /** Without quotes; of a heredoc its lines. */
  readonly start: number;
  readonly end: number;
  readonly cursor: number;
  readonly form: 'bare' | 'quoted' | 'heredoc';
  /** The closing quote, where the text lacks it. */
  readonly missingQuote: '"' | '';
  readonly node: Node | undefined;
}

/** Whether the cursor is between the quotes, at the end of a string that has no closing one, or in a heredoc's lines. */
export function holdsCursor(text: string, node: StringNode | DynamicNode, offset: number): boolean {
  if (offset <= node.span.start || offset > node.span.end) return false;
  const { form, start, end, missingQuote } = textToken(text, node, offset);
  if (form === 'heredoc') return start <= offset && offset <= end;
  return form === 'quoted' && (offset < node.span.end || missingQuote !== '');
}

/** A string that the cursor is in, or a text with holes. An unclosed one ends with its first word or at the cursor. */
export function textToken(text: string, node: StringNode | DynamicNode, cursor: number): SlotToken {
  const { start, end } = node.span;
  const token = { cursor, missingQuote: '', node } as const;
  if (text.startsWith('<<', start)) return { ...token, ...linesOf(text, node), form: 'heredoc' };
  if (text[start] !== '"') return { ...token, start, end, form: 'bare' };
  if (isClosed(text, start, end)) return { ...token, start: start + 1, end: end - 1, form: 'quoted' };
  const word = /^[^\s,\]}]*/.exec(text.slice(start + 1, end))?.[0].length ?? 0;
  const wordEnd = Math.max(start + 1 + word, cursor);
  return { ...token, start: start + 1, end: wordEnd, form: 'quoted', missingQuote: '"' };
}

/** The lines of a heredoc, without the first and the last. */
function linesOf(text: string, { span }: Node): { readonly start: number; readonly end: number } {
  const first = text.indexOf('\n', span.start);
  const start = first < 0 || first >= span.end ? span.end : first + 1;
  const word = /^<<-?([^\s]+)/.exec(text.slice(span.start, start))?.[1];
  const last = lineStart(text, span.end);
  const isEnded = last >= start && text.slice(last, span.end).trim() === word;
  // The end of the last line that can be typed in is in front of its line break.
  return { start, end: isEnded ? Math.max(start, last - 1) : span.end };
}

function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text[end - 1] !== '"') return false;
  let slashes = 0;
  while (text[end - 2 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 0;
}

/** The word without quotes around the cursor; empty where there is none. */
export function bareWord(text: string, cursor: number): SlotToken {
  let start = cursor;
  let end = cursor;
  while (start > 0 && isWordPart(text[start - 1]) && !text.startsWith('*/', start - 2)) start -= 1;
  while (end < text.length && isWordPart(text[end])) end += 1;
  return { start, end, cursor, form: 'bare', missingQuote: '', node: undefined };
}

function isWordPart(char: string | undefined): boolean {
  return char !== undefined && !/[\s,[\]{}()"=]/.test(char);
}

/** The slot of a token. */
export function slotOf(source: HclSource, path: Slot['path'], at: 'key' | 'value', token: SlotToken): Slot {
  const { text } = source;
  const { start, cursor, form, missingQuote } = token;
  const isQuoted = form === 'quoted';
  const isClosedHere = isQuoted && missingQuote === '';
  const behind = isClosedHere ? token.end + 1 : token.end;
  // A key is written with its closing quote, since a value may have to follow it.
  const end = at === 'key' ? behind : holeBehind(token, cursor);
  const comma = form !== 'heredoc' && needsComma(source, path, at, behind) ? ',' : '';
  const isHeader = formOfLast(source, path) === 'header';
  return {
    path,
    at,
    node: token.node,
    typed: typedIn(text, token),
    replace: { start, end },
    commas: [
      ...commaBefore(source, path, isQuoted ? start - 1 : start),
      ...(at === 'value' && isClosedHere && comma ? [insertion(behind, ',')] : []),
    ],
    stringText(value) {
      if (form === 'heredoc') return heredocText(text, token, value);
      const written = isQuoted ? quotedText(text, token, value) + missingQuote : quote(value);
      return written + (isClosedHere ? '' : comma);
    },
    valueText: (written) => (form === 'bare' ? fromJson(written) + comma : undefined),
    keyText(key, value) {
      const written = isQuoted ? `${escape(key)}"` : keyText(key);
      const isAssigned = /^[=:]/.test(restOf(text, end));
      return isHeader || isAssigned ? written : `${written} = ${fromJson(value)}${comma}`;
    },
    blockText(block) {
      if (form !== 'bare' || formOfLast(source, path) !== 'body') return undefined;
      const isBegun = /^[ \t]*[{"=]/.test(text.slice(end, end + 200));
      return isBegun ? block.name : blockText(block, { indent: '', unit: unitOf(text), lineBreak: '\n' });
    },
  };
}

/** Where the text behind the cursor ends: in front of the next hole, which stays. */
function holeBehind({ node, end }: SlotToken, cursor: number): number {
  return holesOf(node).find(({ span }) => span.start >= cursor && span.start < end)?.span.start ?? end;
}

/** A text between quotes; it keeps the holes in front of the cursor where it goes on from them. */
function quotedText(text: string, { node, start, cursor }: SlotToken, value: string): string {
  const to =
    holesOf(node).findLast(({ span }) => span.start >= start && span.end <= cursor)?.span.end ?? start;
  const kept = new HclString(text, { start, end: to }, start, to, 'in quotes', quotedSpelling).value;
  return value.startsWith(kept) ? text.slice(start, to) + escape(value.slice(kept.length)) : escape(value);
}

function holesOf(node: Node | undefined): readonly TemplateHole[] {
  return node?.kind === 'dynamic' ? (node.template ?? []).filter((piece) => piece.kind === 'hole') : [];
}

function formOfLast(source: HclSource, path: Slot['path']) {
  const last = path.at(-1);
  return last?.kind === 'object' ? formOf(source, last) : undefined;
}

/** Decoded text from the start of the token to the cursor; without the quote of `'a word in single ones`. */
function typedIn(text: string, { start, cursor, form, node }: SlotToken): string {
  const end = Math.max(start, cursor);
  if (form === 'bare') return text.slice(start, end).replace(/^'/, '');
  if (form === 'quoted')
    return new HclString(text, { start, end }, start, end, 'in quotes', quotedSpelling).value;
  if (node?.kind !== 'string') return text.slice(start, end);
  let low = 0;
  let high = node.value.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (node.spanOf(middle, middle).start < end) low = middle + 1;
    else high = middle;
  }
  return node.value.slice(0, low);
}

/** Lines in place of those of a heredoc, the last one without its line break. */
function heredocText(text: string, { node, start }: SlotToken, value: string): string {
  const lines = withoutHoles(value)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const isFlush = node !== undefined && text.startsWith('<<-', node.span.start);
  const indent = isFlush ? (/^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '') : '';
  return lines.map((line) => (line === '' ? line : indent + line)).join(lineBreakOf(text));
}

/** Whether what follows at this offset must be parted by a comma from what is written in front of it. */
function needsComma(source: HclSource, path: Slot['path'], at: 'key' | 'value', offset: number): boolean {
  const owner = path.at(at === 'key' || path.at(-1)?.kind !== 'property' ? -1 : -2);
  const rest = restOf(source.text, offset);
  if (owner?.kind === 'array') return /^["{[\w<(]/.test(rest) && !isKeyFirst(rest);
  if (owner?.kind !== 'object' || formOf(source, owner) !== 'object') return false;
  return isKeyFirst(restOfLine(source.text, offset));
}

/** Whether a text begins with a key and its `=` or colon. */
function isKeyFirst(text: string): boolean {
  return /^(?:"[^"\n]*"|[\w-]+)[ \t]*(?:=(?![=>])|:)/.test(text);
}

/** What follows, without the white space and comments in between. */
function restOf(text: string, from: number): string {
  return text.slice(from, from + 2000).replace(/^(?:\s+|(?:#|\/\/).*|\/\*[\s\S]*?\*\/)+/, '');
}

function restOfLine(text: string, from: number): string {
  return /^[ \t]*([^\n]*)/.exec(text.slice(from, from + 2000))?.[1] ?? '';
}

/** In a list: the comma that the item in front lacks. */
function commaBefore(source: HclSource, path: Slot['path'], start: number): readonly Edit[] {
  const list = path.at(-1);
  const before = list?.kind === 'array' ? list.items.findLast(({ span }) => span.end <= start) : undefined;
  if (!before) return [];
  const between = restOf(source.text.slice(0, start), before.span.end);
  return between.startsWith(',') ? [] : [insertion(before.span.end, ',')];
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
