// The place up to which an HCL text is read, with what was noted on the way: comments, problems, open brackets.
// Knows white space, comments and names; what they mean is for the parser's other files.
import type { Comment, SyntaxProblem } from '../node';
import { Char, continuesName } from './chars';
import { Lines } from './lines';

/** Deeper than any configuration that is written by hand or by a tool; a guard for the call stack. */
export const MAX_DEPTH = 200;
/** Later problems are nearly always consequences of earlier ones. */
const MAX_PROBLEMS = 20;

/** How far may be read, and whether a heredoc or comment may reach beyond. */
export interface Fence {
  readonly limit: number;
  readonly isFirm: boolean;
}

export class Reader {
  readonly text: string;
  /** A text with mistakes: a line that looks like the start of a block ends what is open. */
  readonly tolerant: boolean;
  readonly lines: Lines;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Comment[] = [];
  /** Offsets of the braces that open the body of a block and not an object. */
  readonly bodies = new Set<number>();
  /** Offset of the next character. */
  at = 0;
  /** End of the last token. */
  last = 0;
  /** End of what was read last: of the last token, or of the gap behind it where a closing bracket is missing. */
  end = 0;
  /** Whether a line break means something here, as it does between attributes; in lists and calls it does not. */
  endsAtLine = false;
  depth = 0;
  openBraces = 0;
  openBrackets = 0;
  openParens = 0;
  /** Blocks read so far whose { is missing, so that their } is none too many. */
  unopened = 0;
  /** Where a text or comment without an end stops; that brackets are not closed there is its doing. */
  lost = -1;
  #limit: number;
  #isFirm = false;

  constructor(text: string, tolerant: boolean) {
    this.text = text;
    this.tolerant = tolerant;
    this.lines = new Lines(text);
    this.#limit = tolerant ? this.lines.headerAfter(0) : text.length;
    if (text.charCodeAt(0) === Char.ByteOrderMark) this.at = 1;
  }

  /** The next character's code. */
  get code(): number {
    return this.at < this.#limit ? this.text.charCodeAt(this.at) : Char.None;
  }

  /** The code of the character that is so many further on. */
  codeAt(ahead: number): number {
    const at = this.at + ahead;
    return at < this.#limit ? this.text.charCodeAt(at) : Char.None;
  }

  get limit(): number {
    return this.#limit;
  }

  /** Passes over white space and comments; over line breaks only where they mean nothing. */
  skip(): void {
    for (;;) {
      const code = this.code;
      if (code === Char.Space || code === Char.Tab || code === Char.CarriageReturn) this.at += 1;
      else if (code === Char.LineFeed && !this.endsAtLine) this.at += 1;
      else if (code === Char.Hash) this.#lineComment();
      else if (code === Char.Slash && this.codeAt(1) === Char.Slash) this.#lineComment();
      else if (code === Char.Slash && this.codeAt(1) === Char.Star) this.#blockComment();
      else return;
    }
  }

  /** Takes a token of so many characters. */
  take(length: number): void {
    this.at += length;
    this.last = this.at;
    this.end = this.at;
  }

  /** Takes a name; empty where none is here. */
  takeName(): string {
    const start = this.at;
    this.take(this.nameEnd() - start);
    return this.text.slice(start, this.at);
  }

  /** Where the name here ends. */
  nameEnd(): number {
    let end = this.at;
    while (end < this.#limit && continuesName(this.text.charCodeAt(end))) end += 1;
    return end;
  }

  /** Whether this very word stands here. */
  isWord(word: string): boolean {
    return this.text.startsWith(word, this.at) && this.nameEnd() === this.at + word.length;
  }

  /** Where the current line ends, without its line break. */
  lineEnd(): number {
    const found = this.text.indexOf('\n', this.at);
    const end = found < 0 ? this.text.length : found;
    return Math.min(this.text[end - 1] === '\r' ? Math.max(this.at, end - 1) : end, this.#limit);
  }

  /** Whether only white space stands in front of the next character on its line. */
  isLineStart(): boolean {
    let before = this.at - 1;
    while (before >= 0 && (this.text[before] === ' ' || this.text[before] === '\t')) before -= 1;
    return before < 0 || this.text[before] === '\n';
  }

  /** Whether what ends at this offset may be read whole: where it may, the limit moves behind it. */
  reaches(offset: number): boolean {
    if (offset <= this.#limit) return true;
    if (this.#isFirm) return false;
    this.#limit = this.lines.headerAfter(offset);
    return true;
  }

  /** Lets nothing be read from this offset on, until what it gives back is handed to `restore`. */
  fence(limit: number): Fence {
    const before: Fence = { limit: this.#limit, isFirm: this.#isFirm };
    this.#limit = Math.min(limit, this.#limit);
    this.#isFirm = true;
    return before;
  }

  restore({ limit, isFirm }: Fence): void {
    this.#limit = limit;
    this.#isFirm = isFirm;
  }

  /** Goes on to the next block of a text with mistakes; `false` at the end of the text. */
  nextSection(): boolean {
    if (this.#limit >= this.text.length) return false;
    this.at = this.#limit;
    this.#limit = this.lines.headerAfter(this.#limit);
    return true;
  }

  problem(message: string, start: number, end: number): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ message, span: { start, end } });
  }

  /** At the next character. */
  problemHere(message: string): void {
    this.problem(message, this.at, Math.min(this.at + 1, this.#limit));
  }

  /** At the end of the token before: where the missing thing belongs. */
  problemBefore(message: string): void {
    if (this.at === this.lost) return;
    this.problem(message, Math.max(0, this.last - 1), this.last);
  }

  #lineComment(): void {
    this.#comment(this.lineEnd());
  }

  #blockComment(): void {
    const end = this.lines.commentEnd(this.at + 2);
    if (end !== undefined && this.reaches(end)) {
      this.#comment(end);
    } else {
      this.problem('This comment has no end. Write */ behind it.', this.at, this.at + 2);
      this.#comment(this.#limit);
      this.lost = this.at;
    }
  }

  #comment(end: number): void {
    const start = this.at;
    this.at = end;
    // A list's end may be seen only behind its next key, which is then read again.
    const last = this.comments.at(-1);
    if (last && last.span.start >= start) return;
    this.comments.push({ span: { start, end }, text: this.text.slice(start, end) });
  }
}
