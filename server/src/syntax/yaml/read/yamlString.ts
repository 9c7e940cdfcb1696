// A YAML scalar as a string, with the way from its decoded characters back to the source and into it.
import { type Span, shiftSpan } from '../../../base/span';
import type { StringNode } from '../../node';
import type { Runs } from './runs';

/** How a string is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export class YamlString implements StringNode {
  readonly kind = 'string';
  readonly span: Span;
  readonly value: string;
  readonly style: ScalarStyle;
  /** `undefined` where each character of the value is one of the source, behind the quote if there is one. */
  readonly #runs: Runs | undefined;
  /** The column of the lines below the first, and how lines end. */
  readonly #indent: number;
  readonly #eol: string;

  constructor(
    span: Span,
    value: string,
    style: ScalarStyle,
    runs: Runs | undefined,
    indent: number,
    eol: string,
  ) {
    this.span = span;
    this.value = value;
    this.style = style;
    this.#runs = runs;
    this.#indent = indent;
    this.#eol = eol;
  }

  spanOf(from: number, to: number): Span {
    if (this.#runs) return this.#within(this.#runs.spanOf(from, to));
    const start = this.#content + this.#clamp(from);
    return { start, end: Math.max(start, this.#content + this.#clamp(to)) };
  }

  /** The part of the value that stands in front of a source offset. */
  textBefore(offset: number): string {
    return this.value.slice(0, this.#runs?.countBefore(offset) ?? this.#clamp(offset - this.#content));
  }

  /** A line break in a folded text may come back as a space. */
  encode(text: string): string {
    const nextLine = this.#eol + ' '.repeat(this.#indent);
    switch (this.style) {
      case 'double':
        return JSON.stringify(text).slice(1, -1);
      case 'single':
        return text.replaceAll("'", "''").replace(/\r?\n/g, this.#eol + nextLine);
      default:
        return text.replace(/\r?\n/g, nextLine);
    }
  }

  /** The same string `delta` characters further on in the text. */
  moved(delta: number): YamlString {
    const runs = this.#runs?.moved(delta);
    return new YamlString(shiftSpan(this.span, delta), this.value, this.style, runs, this.#indent, this.#eol);
  }

  get #content(): number {
    return this.style === 'plain' ? this.span.start : this.span.start + 1;
  }

  #clamp(index: number): number {
    return Math.max(0, Math.min(index, this.value.length));
  }

  /** The last line break of a block belongs to its value, and not to its span. */
  #within({ start, end }: Span): Span {
    return { start: Math.min(start, this.span.end), end: Math.min(end, this.span.end) };
  }
}
