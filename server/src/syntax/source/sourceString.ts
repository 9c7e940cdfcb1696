// A string of a source: decoded, with the way back to its characters, and how more is written in it.
import type { Span } from '../../base/span';
import type { StringNode } from '../node';
import type { StringToken } from './tokens';

/** What both languages have; an escape of another kind stands for the character behind the backslash. */
const ESCAPE =
  /\\(?:u\{[\da-fA-F]{1,6}\}|U[\da-fA-F]{8}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|N\{[^}]*\}|\r\n|[\s\S])/y;

const letters: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
  ['\r\n', ''],
]);

export class SourceString implements StringNode {
  readonly kind = 'string';
  readonly span: Span;
  readonly value: string;
  readonly #token: StringToken;
  /** Where each decoded unit begins; left out where all of them stand for themselves. */
  readonly #offsets: readonly number[] | undefined;

  constructor(text: string, token: StringToken) {
    this.#token = token;
    this.span = { start: token.start, end: token.end };
    const written = text.slice(token.content, token.contentEnd);
    if (token.isRaw || !written.includes('\\')) {
      this.value = written;
      return;
    }
    const { value, offsets } = decode(written, token.content);
    this.value = value;
    this.#offsets = offsets;
  }

  spanOf(from: number, to: number): Span {
    return { start: this.#offset(from), end: this.#offset(to) };
  }

  encode(text: string): string {
    const { isRaw, quote } = this.#token;
    if (isRaw) return text;
    const quoted = text.replaceAll('\\', '\\\\').replaceAll(quote.slice(0, 1), `\\${quote.slice(0, 1)}`);
    return quoted.replaceAll('\n', '\\n').replaceAll('${', quote === '`' ? '\\${' : '${');
  }

  #offset(index: number): number {
    const { content, contentEnd } = this.#token;
    const at = Math.max(0, Math.min(index, this.value.length));
    return at === this.value.length ? contentEnd : (this.#offsets?.[at] ?? content + at);
  }
}

function decode(written: string, content: number): { readonly value: string; readonly offsets: number[] } {
  const offsets: number[] = [];
  let value = '';
  for (let at = 0; at < written.length; ) {
    ESCAPE.lastIndex = at;
    const escape = written[at] === '\\' ? ESCAPE.exec(written)?.[0] : undefined;
    const decoded = escape === undefined ? written.charAt(at) : meaning(escape.slice(1));
    for (let i = 0; i < decoded.length; i++) offsets.push(content + at);
    value += decoded;
    at += escape?.length ?? 1;
  }
  return { value, offsets };
}

/** What an escape stands for, without its backslash. */
function meaning(escape: string): string {
  const code = /^(?:u\{|[uUx])([\da-fA-F]+)\}?$/.exec(escape)?.[1];
  if (code !== undefined) {
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  }
  if (escape.startsWith('N{')) return '\ufffd';
  return letters.get(escape) ?? escape;
}
