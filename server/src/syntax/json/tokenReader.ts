// The tokens of a JSON text one by one, with what is noted on the way: problems and comments. Knows where a token ends;
// what the tokens mean together is parse.ts.
import { createScanner } from 'jsonc-parser';
import type { Span } from '../../base/span';
import type { Comment, SyntaxProblem } from '../node';
import type { JsonSource } from './source';
import { ScanProblem, scanMessages, Token } from './tokens';

/** Later problems are nearly always consequences of earlier ones. */
export const MAX_PROBLEMS = 20;

const QUOTE = 0x22;
const SPACE = 0x20;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;
const TAB = 0x09;
/** What ends a string, or makes it one that needs decoding. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a string.
const STRING_END = /["\\\x00-\x1f]/g;

const punctuation: Readonly<Record<number, number>> = {
  123: Token.OpenBrace,
  125: Token.CloseBrace,
  91: Token.OpenBracket,
  93: Token.CloseBracket,
  44: Token.Comma,
  58: Token.Colon,
};

export class TokenReader {
  readonly source: JsonSource;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Comment[] = [];
  token: number = Token.EndOfFile;
  /** What the current token stands for, where it is a string; and what is wrong with it, 0 for nothing. */
  text = '';
  error: number = 0;
  /** Whether that string is closed, and each of its characters stands for itself. */
  isPlain = false;
  /** Start and end of the current token, end of the one before it. */
  start = 0;
  end = 0;
  before = 0;
  readonly #strict: boolean;
  readonly #scanner;

  /** `strict`: comments are problems. */
  constructor(source: JsonSource, strict: boolean) {
    this.source = source;
    this.#strict = strict;
    this.#scanner = createScanner(source.text, false);
    if (source.text.charCodeAt(0) === 0xfeff) this.end = 1;
  }

  /** Goes on to the next token that is no comment. */
  next(): void {
    this.before = this.end;
    while (!this.#usual()) {
      this.#scanner.setPosition(this.start);
      this.token = this.#scanner.scan();
      this.text = this.#scanner.getTokenValue();
      this.isPlain = false;
      this.error = this.#scanner.getTokenError();
      // An open comment ends behind the text.
      this.end = Math.min(this.start + this.#scanner.getTokenLength(), this.source.text.length);
      this.#scanProblem();
      if (this.token !== Token.LineComment && this.token !== Token.BlockComment) return;
      this.#comment();
    }
  }

  /**
   * Reads what nearly all of a text is made of: blanks, punctuation, and strings without escapes. Anything else is for
   * the scanner, which would take several times as long for these.
   */
  #usual(): boolean {
    const { text } = this.source;
    let at = this.end;
    let code = text.charCodeAt(at);
    // Written out: a third of a file is blanks, and most files are read before V8 has optimised this.
    while (code === SPACE || code === NEW_LINE || code === RETURN || code === TAB)
      code = text.charCodeAt(++at);
    this.start = at;
    if (at >= text.length) return false;
    if (code === QUOTE) {
      STRING_END.lastIndex = at + 1;
      if (!STRING_END.test(text)) return false;
      const end = STRING_END.lastIndex;
      if (text.charCodeAt(end - 1) !== QUOTE) return false;
      this.token = Token.String;
      this.text = text.slice(at + 1, end - 1);
      this.isPlain = true;
      this.error = 0;
      this.end = end;
      return true;
    }
    const token = punctuation[code];
    if (token === undefined) return false;
    this.token = token;
    this.end = at + 1;
    return true;
  }

  #comment(): void {
    const span = this.span(this.start, this.end);
    this.comments.push({ span, text: this.source.text.slice(this.start, this.end) });
    if (this.#strict) this.problem('JSON that is sent to AWS cannot hold comments. Remove it.', span);
  }

  #scanProblem(): void {
    if (this.error === 0) return;
    this.problemHere(scanMessages[this.error] ?? 'This cannot be read as JSON.');
  }

  /** The current token's span; the token is consumed. */
  take(): Span {
    const span = this.span(this.start, this.end);
    this.next();
    return span;
  }

  /** Whether the string's last quote is its end and not an escaped one before the end of the line. */
  isClosed(): boolean {
    return this.error !== ScanProblem.UnexpectedEndOfString;
  }

  span(start: number, end: number): Span {
    return this.source.span(start, end);
  }

  problemHere(message: string): void {
    this.problem(message, this.span(this.start, Math.max(this.end, this.start)));
  }

  /** At the end of the token before: where the missing thing belongs. */
  problemBefore(message: string): void {
    this.problem(message, this.span(Math.max(0, this.before - 1), this.before));
  }

  problem(message: string, span: Span): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ message, span });
  }
}
