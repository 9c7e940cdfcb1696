// A string of HCL or a piece of one, in quotes, bare or in a heredoc, with the way from its decoded characters back to
// the source. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
import { type Span, shiftSpan } from '../../base/span';
import type { StringNode } from '../node';
import { Char } from './chars';
import { escape, withoutHoles } from './render';

/** How a text is spelled where not each character stands for itself. `$${` stands for `${` in any case. */
export interface Spelling {
  /** Whether `\n` and its like are escapes. */
  readonly escapes: boolean;
  /** Characters left out at the start of each line that is not blank: `<<-`. */
  readonly indent: number;
  /** Whether the text begins a line. */
  readonly startsLine: boolean;
}

export const quotedSpelling: Spelling = { escapes: true, indent: 0, startsLine: false };

/** How a string stands in the text: without quotes, in quotes, as a heredoc, or as a piece of a text with holes. */
export type StringForm = 'bare' | 'quoted' | 'heredoc' | 'in quotes' | 'in heredoc';

export class HclString implements StringNode {
  readonly kind = 'string';
  readonly span: Span;
  readonly value: string;
  readonly form: StringForm;
  /** Empty where each character is itself: nothing but its place tells the rest. */
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #spelling: Spelling | undefined;
  /** How much further on it stands than where it was read. */
  readonly #delta: number;
  #offsets: readonly number[] | undefined;

  /** `start` and `end` are offsets of what is between the quotes. Without `spelling` each character is itself. */
  constructor(
    text: string,
    span: Span,
    start: number,
    end: number,
    form: StringForm,
    spelling?: Spelling,
    moved?: { readonly value: string; readonly delta: number },
  ) {
    this.span = span;
    this.form = form;
    this.value = moved?.value ?? (spelling ? decode(text, start, end, spelling) : text.slice(start, end));
    this.#delta = moved?.delta ?? 0;
    this.#text = spelling ? text : '';
    this.#start = start;
    this.#end = end;
    this.#spelling = spelling;
  }

  spanOf(from: number, to: number): Span {
    return { start: this.#offset(from) + this.#delta, end: this.#offset(to) + this.#delta };
  }

  moved(delta: number): HclString {
    const moved = { value: this.value, delta: this.#delta + delta };
    const span = shiftSpan(this.span, delta);
    return new HclString(this.#text, span, this.#start, this.#end, this.form, this.#spelling, moved);
  }

  encode(text: string): string {
    switch (this.form) {
      case 'bare':
        return text;
      case 'quoted':
      case 'in quotes':
        return escape(text);
      case 'heredoc':
      case 'in heredoc':
        return withoutHoles(text).replaceAll('\n', `\n${this.#indentation()}`);
    }
  }

  /** The white space that is left out in front of each line. */
  #indentation(): string {
    const indent = this.#spelling?.indent ?? 0;
    const start = this.#text.lastIndexOf('\n', this.#start - 1) + 1;
    const lead = this.#text.slice(start, start + indent);
    return lead.trim() === '' && !lead.includes('\n') ? lead : ' '.repeat(indent);
  }

  #offset(index: number): number {
    const bounded = Math.max(0, Math.min(index, this.value.length));
    if (!this.#spelling) return this.#start + bounded;
    this.#offsets ??= offsetsOf(this.#text, this.#start, this.#end, this.#spelling);
    return this.#offsets[bounded] ?? this.#end;
  }
}

/** A name or other text without quotes. */
export function bareString(text: string, start: number, end: number): HclString {
  return new HclString(text, { start, end }, start, end, 'bare');
}

/** The escape at an offset: its length, and what it stands for; `undefined` where there is none that HCL knows. */
export function escapeAt(
  text: string,
  at: number,
): { readonly length: number; readonly value: string } | undefined {
  const letter = text[at + 1] ?? '';
  const simple = simpleEscapes.get(letter);
  if (simple !== undefined) return { length: 2, value: simple };
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const code = text.slice(at + 2, at + 2 + digits);
  if (digits === 0 || code.length < digits || !/^[0-9a-fA-F]+$/.test(code)) return undefined;
  const point = Number.parseInt(code, 16);
  return point > 0x10ffff ? undefined : { length: 2 + digits, value: String.fromCodePoint(point) };
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** Whether `$${` or `%%{` begins here: two characters that stand for one, so that the brace opens no hole. */
export function isDoubled(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === Char.Dollar || code === Char.Percent) &&
    text.charCodeAt(at + 1) === code &&
    text.charCodeAt(at + 2) === Char.OpenBrace
  );
}

function offsetsOf(text: string, start: number, end: number, spelling: Spelling): readonly number[] {
  const offsets: number[] = [];
  decode(text, start, end, spelling, offsets);
  offsets.push(end);
  return offsets;
}

/** The decoded text. `offsets` takes the source offset of each of its UTF-16 units. */
function decode(text: string, start: number, end: number, spelling: Spelling, offsets?: number[]): string {
  let value = '';
  let run = start;
  let at = start;
  const flush = (next: number) => {
    value += text.slice(run, at);
    if (offsets) for (let i = run; i < at; i++) offsets.push(i);
    at = next;
    run = next;
  };
  if (spelling.startsLine) flush(lineContent(text, at, end, spelling.indent));
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === Char.LineFeed && spelling.indent > 0) {
      at += 1;
      flush(lineContent(text, at, end, spelling.indent));
      continue;
    }
    const escape = code === Char.Backslash && spelling.escapes ? escapeAt(text, at) : undefined;
    if (escape && at + escape.length <= end) {
      flush(at);
      value += escape.value;
      if (offsets) for (const _ of escape.value.split('')) offsets.push(at);
      at += escape.length;
      run = at;
    } else if (isDoubled(text, at) && at + 2 < end) {
      flush(at);
      value += text.charAt(at);
      offsets?.push(at);
      at += 2;
      run = at;
    } else {
      at += 1;
    }
  }
  flush(end);
  return value;
}

/** Where a line's text begins behind its indentation. A blank line keeps what it has, as in Terraform. */
function lineContent(text: string, at: number, end: number, indent: number): number {
  if (indent === 0) return at;
  const newline = text.indexOf('\n', at);
  const isBlank = newline >= 0 && newline < end && text.slice(at, newline).trim() === '';
  return isBlank ? at : Math.min(at + indent, end);
}
