// A JSON string or bare word, with the way from its decoded characters back to the source.
import { type Span, shiftSpan } from '../../base/span';
import { movedText } from '../moved';
import type { StringNode } from '../node';
import type { JsonSource } from './source';

/** A string of the document itself in which each character stands for itself: nothing but its place tells the rest. */
export class JsonString implements StringNode {
  readonly kind = 'string';
  readonly span: Span;
  readonly value: string;

  constructor(span: Span, value: string) {
    this.span = span;
    this.value = value;
  }

  spanOf(from: number, to: number): Span {
    const content = this.span.start + 1;
    return { start: content + from, end: content + to };
  }

  moved(delta: number): StringNode {
    return new JsonString(shiftSpan(this.span, delta), this.value);
  }
}

/** Any other string: with escapes, without its quotes, or in a text within another. */
export class SourceString extends JsonString {
  readonly #source: JsonSource;
  /** Offset in the source text of the first character behind the opening quote. */
  readonly #content: number;
  readonly #contentEnd: number;
  #offsets: Int32Array | undefined;

  /** `content` and `contentEnd` are offsets of the source's own text; the quotes are outside of them. */
  constructor(source: JsonSource, span: Span, value: string, content: number, contentEnd: number) {
    super(span, value);
    this.#source = source;
    this.#content = content;
    this.#contentEnd = contentEnd;
  }

  override spanOf(from: number, to: number): Span {
    return this.#source.span(this.#offset(from), this.#offset(to));
  }

  override moved(delta: number): StringNode {
    return movedText(this, delta);
  }

  #offset(index: number): number {
    if (this.#contentEnd - this.#content === this.value.length) return this.#content + index;
    this.#offsets ??= escapeOffsets(this.#source.text, this.#content, this.#contentEnd, this.value.length);
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
