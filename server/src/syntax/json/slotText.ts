// What stands at a cursor in a JSON text, quoted or bare, and how a key or a string must be written in its place:
// quotes, escapes, colons and the commas that are missing around. Where the cursor is in the tree is slot.ts.
import type { Edit } from '../../base/edit';
import type { Node, PropertyNode, Slot } from '../node';
import type { JsonSource } from './source';
import { textWithHoles } from './template';

/** What is typed at a cursor. Offsets are of the source's own text. */
export interface SlotToken {
  /** Without quotes. */
  readonly start: number;
  readonly end: number;
  readonly cursor: number;
  /** Whether an opening quote stands in front. */
  readonly quoted: boolean;
  /** The closing quote, where the text lacks it. */
  readonly missingQuote: '"' | '';
  readonly node: Node | undefined;
}

/** A string that the cursor is in. An unclosed one ends where it stops looking like one, or at the cursor. */
export function stringToken(source: JsonSource, node: Node, offset: number): SlotToken {
  const { text } = source;
  const start = source.offset(node.span.start);
  const end = source.offset(node.span.end);
  const cursor = source.offset(offset);
  if (text[start] !== '"') return { start, end, cursor, quoted: false, missingQuote: '', node };
  if (isClosed(text, start, end)) {
    return { start: start + 1, end: end - 1, cursor, quoted: true, missingQuote: '', node };
  }
  const word = /^[^\s,\]}]*/.exec(text.slice(start + 1, end))?.[0].length ?? 0;
  const wordEnd = Math.max(start + 1 + word, cursor);
  return { start: start + 1, end: wordEnd, cursor, quoted: true, missingQuote: '"', node };
}

/** `"s3:Get, "Resource"`: a quote with a letter behind it opens the next string and does not close this one. */
function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text[end - 1] !== '"' || isEscaped(text, end - 1)) return false;
  return !/[\w*]/.test(text[end] ?? '');
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** The word without double quotes around the cursor; empty where there is none. */
export function bareWord(text: string, cursor: number): SlotToken {
  let start = cursor;
  let end = cursor;
  while (start > 0 && isWordPart(text[start - 1]) && !text.startsWith('*/', start - 2)) start -= 1;
  while (end < text.length && isWordPart(text[end])) end += 1;
  // `"Effect":Al|`: the colon belongs to the key.
  while (start < cursor && text[start] === ':') start += 1;
  if (start === cursor && text[cursor] === ':') end = cursor;
  return { start, end, cursor, quoted: false, missingQuote: '', node: undefined };
}

function isWordPart(char: string | undefined): boolean {
  return char !== undefined && !/[\s,[\]{}"]/.test(char);
}

/** The slot of a token. `before` is the property or item in front, which may lack its comma. */
export function slotOf(
  source: JsonSource,
  path: Slot['path'],
  at: 'key' | 'value',
  token: SlotToken,
  before: PropertyNode | Node | undefined,
): Slot {
  const { start, quoted, missingQuote } = token;
  const closed = quoted && missingQuote === '';
  const behind = closed ? token.end + 1 : token.end;
  // A key is written with its closing quote, since a colon and a value may have to follow it.
  const end = at === 'key' ? behind : token.end;
  const comma = /^["{[\w]/.test(restOf(source.text, behind)) ? ',' : '';
  return {
    path,
    at,
    node: token.node,
    typed: typedIn(source, token),
    replace: source.span(start, end),
    commas: [
      ...commaBefore(source, before, quoted ? start - 1 : start),
      ...(at === 'value' && closed && comma ? [commaAt(source, behind)] : []),
    ],
    stringText(value) {
      const kept = quoted ? keptIn(source, token, value) : nothing;
      const rest = value.slice(kept.length);
      const written = quoted ? escape(rest) + missingQuote : JSON.stringify(rest);
      return kept.written + source.encode(written + (closed ? '' : comma));
    },
    valueText: (written) => (quoted ? undefined : source.encode(written + comma)),
    keyText(key, value) {
      const written = quoted ? `${escape(key)}"` : JSON.stringify(key);
      const colon = restOf(source.text, end).startsWith(':');
      return source.encode(colon ? written : `${written}: ${value}${comma}`);
    },
  };
}

/** Decoded text from the start of the token to the cursor; without the quote of `'a word in single ones`. */
function typedIn({ text, holes }: JsonSource, { start, cursor, quoted }: SlotToken): string {
  const end = Math.max(start, cursor);
  const written = holes ? textWithHoles(text, start, end, holes) : text.slice(start, end);
  if (!quoted) return written.replace(/^'/, '');
  return written.includes('\\') ? unescape(written) : written;
}

const nothing = { length: 0, written: '' };

/**
 * The holes in front of the cursor, with the text in front of them: how much of a value that goes on from them they
 * are, and how they are written.
 */
function keptIn(source: JsonSource, { start, cursor }: SlotToken, value: string): typeof nothing {
  const { text, holes } = source;
  if (!holes) return nothing;
  let written = '';
  let done = start;
  for (let at = start; at < cursor; at++) {
    const hole = holes.values.get(at);
    if (!hole) continue;
    if (hole.written === undefined) return nothing;
    written += source.encode(text.slice(done, at)) + hole.written;
    done = at + 1;
  }
  const known = unescape(textWithHoles(text, start, done, holes));
  return value.startsWith(known) ? { length: known.length, written } : nothing;
}

function unescape(written: string): string {
  try {
    const value: unknown = JSON.parse(`"${written}"`);
    return typeof value === 'string' ? value : written;
  } catch {
    return written;
  }
}

function escape(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** What follows, without the white space and comments in between. */
function restOf(text: string, from: number): string {
  return text.slice(from, from + 2000).replace(/^(?:\s+|\/\/.*|\/\*[\s\S]*?\*\/)+/, '');
}

function commaBefore(
  source: JsonSource,
  before: PropertyNode | Node | undefined,
  start: number,
): readonly Edit[] {
  if (!before || (before.kind === 'property' && !before.value)) return [];
  const end = source.offset(before.span.end);
  const between = source.text.slice(end, start).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
  return between.includes(',') ? [] : [commaAt(source, end)];
}

function commaAt(source: JsonSource, at: number): Edit {
  return { span: source.span(at, at), text: source.encode(',') };
}
