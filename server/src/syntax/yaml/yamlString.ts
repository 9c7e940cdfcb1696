// A YAML scalar as a string, with the way from its decoded characters back to the source and into it.
import type { Span } from '../../base/span';
import type { StringNode } from '../node';
import type { Runs } from './runs';

/** How a string is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface Written {
  readonly style: ScalarStyle;
  /** Where the value's characters begin: behind the quote or the header. */
  readonly content: number;
  /** `undefined` where each character of the value is one of the source, in one row from `content`. */
  readonly runs: Runs | undefined;
  /** What begins the lines below the first: a line break and the indentation. */
  readonly nextLine: string;
}

export class YamlString implements StringNode {
  readonly kind = 'string';
  readonly span: Span;
  readonly value: string;
  readonly #written: Written;

  constructor(span: Span, value: string, written: Written) {
    this.span = span;
    this.value = value;
    this.#written = written;
  }

  get style(): ScalarStyle {
    return this.#written.style;
  }

  spanOf(from: number, to: number): Span {
    const { runs, content } = this.#written;
    if (runs) return this.#within(runs.spanOf(from, to));
    const start = content + this.#clamp(from);
    return { start, end: Math.max(start, content + this.#clamp(to)) };
  }

  /** The part of the value that stands in front of a source offset. */
  textBefore(offset: number): string {
    const { runs, content } = this.#written;
    return this.value.slice(0, runs ? runs.countBefore(offset) : this.#clamp(offset - content));
  }

  /** A line break in a folded text may come back as a space. */
  encode(text: string): string {
    const { style, nextLine } = this.#written;
    switch (style) {
      case 'double':
        return JSON.stringify(text).slice(1, -1);
      case 'single':
        return text.replaceAll("'", "''").replace(/\r?\n/g, nextLine);
      default:
        return text.replace(/\r?\n/g, nextLine);
    }
  }

  #clamp(index: number): number {
    return Math.max(0, Math.min(index, this.value.length));
  }

  /** The last line break of a block belongs to its value, and not to its span. */
  #within({ start, end }: Span): Span {
    return { start: Math.min(start, this.span.end), end: Math.min(end, this.span.end) };
  }
}
