// A source text cut into words, strings, signs and comments. Never fails: a string without an end closes with its
// line, and one that goes over lines with the text.
import type { Comment } from '../node';
import type { Dialect } from './dialect';

export type Token =
  | {
      readonly kind: 'word' | 'sign' | 'other';
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | StringToken;

export interface StringToken {
  readonly kind: 'string';
  readonly start: number;
  readonly end: number;
  /** What is between the quotes. */
  readonly content: number;
  readonly contentEnd: number;
  readonly quote: string;
  /** Whether backslashes are letters like others (Python's `r''`). */
  readonly isRaw: boolean;
  /** Whether something is put into it (`${…}`, Python's `f''`), or it is none of text (`b''`). */
  readonly isDynamic: boolean;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\w.]*/y;
/** Of a bounded length: in a line without end each `/` would else be followed to its end. */
const REGEX = /\/(?![*/])(?:\\[^\r\n]|\[(?:\\[^\r\n]|[^\]\\\r\n]){0,500}\]|[^/\\[\r\n]){1,500}\//y;
/** Words after which a `/` begins a regular expression. */
const BEFORE_REGEX = /^(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield)$/;

export function tokensOf(text: string, dialect: Dialect): Tokens {
  return new Scanner(text, dialect).scan();
}

class Scanner {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #tokens: Token[] = [];
  readonly #comments: Comment[] = [];

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#dialect = dialect;
  }

  scan(): Tokens {
    for (let at = 0; at < this.#text.length; ) at = this.#next(at);
    return { tokens: this.#tokens, comments: this.#comments };
  }

  /** Reads what begins at an offset; returns where it ends. */
  #next(start: number): number {
    const blank = match(this.#dialect.blank, this.#text, start);
    if (blank !== undefined) {
      const end = start + blank.length;
      if (/^(?:\/[/*]|#)/.test(blank)) this.#comments.push({ span: { start, end }, text: blank });
      return end;
    }
    const string = this.#string(start);
    if (string) {
      this.#tokens.push(string);
      return string.end;
    }
    const token = this.#other(start);
    this.#tokens.push(token);
    return token.end;
  }

  #other(start: number): Token {
    const regex = this.#dialect.format === 'TypeScript' && this.#mayBeRegex();
    const found = [
      { kind: 'word', text: match(WORD, this.#text, start) },
      { kind: 'other', text: match(NUMBER, this.#text, start) },
      { kind: 'other', text: regex ? match(REGEX, this.#text, start) : undefined },
    ] as const;
    const { kind, text } = found.find((each) => each.text !== undefined) ?? { kind: 'sign', text: undefined };
    const written = text ?? String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
    return { kind, text: written, start, end: start + written.length };
  }

  #mayBeRegex(): boolean {
    const last = this.#tokens.at(-1);
    if (!last) return true;
    if (last.kind === 'word') return BEFORE_REGEX.test(last.text);
    return last.kind === 'sign' && !')]}'.includes(last.text);
  }

  #string(start: number): StringToken | undefined {
    const { quote: pattern } = this.#dialect;
    pattern.lastIndex = start;
    const found = pattern.exec(this.#text);
    const quote = found?.[1];
    if (!found || quote === undefined) return undefined;
    const content = start + found[0].length;
    const prefix = found[0].slice(0, -quote.length).toLowerCase();
    const body = { content, quote, isRaw: prefix.includes('r') };
    const { end: contentEnd, holes } = quote === '`' ? this.#template(content) : this.#plain(body);
    const isClosed = this.#text.startsWith(quote, contentEnd);
    const isDynamic = holes || /[bft]/.test(prefix);
    return {
      kind: 'string',
      start,
      end: isClosed ? contentEnd + quote.length : contentEnd,
      ...body,
      contentEnd,
      isDynamic,
    };
  }

  #plain({ content, quote, isRaw }: Pick<StringToken, 'content' | 'quote' | 'isRaw'>): {
    readonly end: number;
    readonly holes: boolean;
  } {
    const isLong = quote.length > 1;
    let at = content;
    while (at < this.#text.length && !this.#text.startsWith(quote, at)) {
      const letter = this.#text[at];
      if (!isLong && (letter === '\n' || letter === '\r'))
        return { end: this.#unclosed(content), holes: false };
      // A backslash keeps the quote behind it from closing a raw string too.
      at += letter === '\\' && (isLong || isRaw || !/[\r\n]/.test(this.#text[at + 1] ?? '')) ? 2 : 1;
    }
    const end = Math.min(at, this.#text.length);
    return { end: end < this.#text.length || isLong ? end : this.#unclosed(content), holes: false };
  }

  /** Where a string ends that has no closing quote: behind what can be of an action. */
  #unclosed(content: number): number {
    return content + (match(/[\w:*?-]*/y, this.#text, content) ?? '').length;
  }

  /** A template literal: holes hold code, in which strings and other templates stand. */
  #template(content: number): { readonly end: number; readonly holes: boolean } {
    let holes = false;
    /** Braces open in each hole that is open. */
    const open: number[] = [];
    let at = content;
    while (at < this.#text.length) {
      const letter = this.#text[at];
      const depth = open.at(-1);
      if (letter === '\\') at += 1;
      else if (depth === undefined || depth < 0) {
        if (letter === '`') {
          if (depth === undefined) return { end: at, holes };
          open.pop();
        } else if (letter === '$' && this.#text[at + 1] === '{') {
          holes = true;
          open.push(0);
          at += 1;
        }
      } else if (letter === '`') open.push(-1);
      else if (letter === '{') open[open.length - 1] = depth + 1;
      else if (letter === '}' && depth === 0) open.pop();
      else if (letter === '}') open[open.length - 1] = depth - 1;
      at += 1;
    }
    return { end: this.#text.length, holes };
  }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found === '' ? undefined : found;
}
