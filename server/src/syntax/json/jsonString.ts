// A JSON string or bare word, with the way from its decoded characters back to the source.
import { type Span, shiftSpan } from '../../base/span';
import { movedText } from '../moved';
import type { StringNode } from '../node';
import type { JsonSource } from './source';

export class JsonString implements StringNode {
  readonly kind = 'string';
  readonly span: Span;
  readonly value: string;
  /** Left out where each character stands for itself in the document: nothing but its place tells the rest. */
  readonly #source: JsonSource | undefined;
  /** Offset in the source text of the first character behind the opening quote. */
  readonly #content: number;
  readonly #contentEnd: number;
  #offsets: Int32Array | undefined;

  /** `content` and `contentEnd` are offsets of the source's own text; the quotes are outside of them. */
  constructor(
    source: JsonSource | undefined,
    span: Span,
    value: string,
    content: number,
    contentEnd: number,
  ) {
    this.span = span;
    this.value = value;
    this.#source = source?.isDocument && contentEnd - content === value.length ? undefined : source;
    this.#content = content;
    this.#contentEnd = contentEnd;
  }

  spanOf(from: number, to: number): Span {
    if (!this.#source) return { start: this.#content + from, end: this.#content + to };
    return this.#source.span(this.#offset(this.#source, from), this.#offset(this.#source, to));
  }

  moved(delta: number): StringNode {
    if (this.#source) return movedText(this, delta);
    const span = shiftSpan(this.span, delta);
    return new JsonString(undefined, span, this.value, this.#content + delta, this.#contentEnd + delta);
  }

  #offset({ text }: JsonSource, index: number): number {
    if (this.#contentEnd - this.#content === this.value.length) return this.#content + index;
    this.#offsets ??= escapeOffsets(text, this.#content, this.#contentEnd, this.value.length);
    return this.#offsets[Math.max(0, Math.min(index, this.value.length))] ?? this.#contentEnd;
  }
}

/** Source offset of each decoded UTF-16 unit, and of the end. An invalid escape stands for no character. */
function escapeOffsets(text: string, start: number, end: number, length: number): Int32Array {
  const offsets = new Int32Array(length + 1).fill(end);
  let at = start;
  for (let i = 0; i < length && at < end; ) {
    const escape = escapeAt(text, at);
    if (escape.stands) {
      offsets[i] = at;
      i += 1;
    }
    at += escape.length;
  }
  return offsets;
}

/** Length of the character or escape at an offset, and whether it decodes to a character. */
function escapeAt(text: string, at: number): { readonly length: number; readonly stands: boolean } {
  if (text[at] !== '\\') return { length: 1, stands: true };
  const letter = text[at + 1] ?? '';
  if (letter === 'u') {
    const digits = /^[0-9a-fA-F]{0,4}/.exec(text.slice(at + 2, at + 6))?.[0].length ?? 0;
    return { length: 2 + digits, stands: digits === 4 };
  }
  return { length: 2, stands: '"\\/bfnrt'.includes(letter) };
}
