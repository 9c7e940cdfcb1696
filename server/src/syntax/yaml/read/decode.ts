// The value of a quoted or plain scalar of more than one line, or with escapes, and the runs it is made of.
// Blocks (`|` and `>`) are in decodeBlock.ts. https://yaml.org/spec/1.2.2/#73-flow-scalar-styles
import { Runs } from './runs';

export interface Decoded {
  readonly value: string;
  readonly runs: Runs;
  /** Source offsets of escapes that YAML does not know. */
  readonly badEscapes: readonly number[];
}

/** A plain scalar, or what stands between single quotes: lines are folded, `''` is a quote if `quoted`. */
export function decodeLines(source: string, offset: number, quoted: boolean): Decoded {
  const runs = new Runs(offset);
  let value = '';
  let done = 0;
  for (let at = 0; at <= source.length; ) {
    const newline = source.indexOf('\n', at);
    const isLast = newline < 0;
    const lineEnd = isLast ? source.length : newline;
    const start = at === 0 ? 0 : skipBlanks(source, at, lineEnd);
    const end = isLast ? source.length : trimBlanks(source, start, lineEnd);
    if (at === 0 || start < end || isLast) {
      if (at > 0) value += fold(runs, source, offset, done, start);
      value += quoted
        ? singleQuoted(runs, source, offset, start, end)
        : verbatim(runs, source, offset, start, end);
      done = end;
    }
    at = lineEnd + 1;
  }
  return { value, runs, badEscapes: [] };
}

/** What the line breaks between two parts of a scalar stand for: one a space, more of them one less. */
function fold(runs: Runs, source: string, offset: number, from: number, to: number): string {
  let breaks = 0;
  for (let at = source.indexOf('\n', from); at >= 0 && at < to; at = source.indexOf('\n', at + 1))
    breaks += 1;
  const text = breaks > 1 ? '\n'.repeat(breaks - 1) : ' ';
  runs.add(text.length, offset + from, offset + to);
  return text;
}

function verbatim(runs: Runs, source: string, offset: number, start: number, end: number): string {
  runs.add(end - start, offset + start, offset + end);
  return source.slice(start, end);
}

function singleQuoted(runs: Runs, source: string, offset: number, start: number, end: number): string {
  let value = '';
  let done = start;
  for (let at = source.indexOf("''", start); at >= 0 && at < end; at = source.indexOf("''", at + 2)) {
    value += verbatim(runs, source, offset, done, at);
    value += "'";
    runs.add(1, offset + at, offset + at + 2);
    done = at + 2;
  }
  return value + verbatim(runs, source, offset, done, Math.max(done, end));
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const codeLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** What stands between double quotes. */
export function decodeDouble(source: string, offset: number): Decoded {
  const runs = new Runs(offset);
  const badEscapes: number[] = [];
  const special =
    /\\(?:\r?\n[ \t]*|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])|[ \t]*\r?\n[ \t\r\n]*/g;
  let value = '';
  let done = 0;
  for (const match of source.matchAll(special)) {
    const { 0: found, index } = match;
    const end = index + found.length;
    value += verbatim(runs, source, offset, done, index);
    done = end;
    if (found[0] !== '\\') {
      value += fold(runs, source, offset, index, end);
      continue;
    }
    const stands = escaped(found);
    if (stands === undefined) badEscapes.push(offset + index);
    const text = stands ?? found;
    runs.add(text.length, offset + index, offset + end);
    value += text;
  }
  value += verbatim(runs, source, offset, done, source.length);
  return { value, runs, badEscapes };
}

/** What an escape stands for; `undefined` where YAML does not know it. */
function escaped(written: string): string | undefined {
  const letter = written[1] ?? '';
  if (letter === '\n' || letter === '\r') return /^\\\r?\n/.test(written) ? '' : undefined;
  const simple = escapes.get(letter);
  if (simple !== undefined) return simple;
  if (codeLengths.get(letter) !== written.length - 2) return undefined;
  const code = Number.parseInt(written.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function skipBlanks(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(source.charCodeAt(at))) at += 1;
  return at;
}

function trimBlanks(source: string, from: number, to: number): number {
  let at = to;
  if (at > from && source.charCodeAt(at - 1) === 13) at -= 1;
  while (at > from && isBlank(source.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
