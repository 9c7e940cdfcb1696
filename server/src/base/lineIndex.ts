// Offsets to lines and characters and back, for one text. Both count from 0, in UTF-16 units, as LSP does.

/** A place in a text as LSP names it: line and UTF-16 character, from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Line starts of one text. `\n`, `\r\n` and a lone `\r` end a line. */
export class LineIndex {
  readonly #text: string;
  #found: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Looked for when somebody asks: of many texts nobody does. */
  get #starts(): readonly number[] {
    const text = this.#text;
    this.#found ??= text.includes('\r') ? anyLineStarts(text) : lineStarts(text);
    return this.#found;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text are taken as its nearest end. */
  positionAt(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - this.lineStart(low) };
  }

  /** Positions behind the end of a line are taken as its end. */
  offsetAt(position: LinePosition): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    const start = this.lineStart(position.line);
    return Math.max(start, Math.min(start + position.character, this.#lineEnd(position.line)));
  }

  /** Offset behind the last character of a line, its line break left out. */
  #lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    if (line + 1 === this.#starts.length) return end;
    if (this.#text[end - 1] === '\n') end -= 1;
    return this.#text[end - 1] === '\r' ? end - 1 : end;
  }

  /** Offset of the first character of a line; the text's length for a line behind the last. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }
}

/** Of a text whose lines end with `\n` alone: nearly all texts, and much quicker to search. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function anyLineStarts(text: string): readonly number[] {
  const starts = [0];
  const ends = /\r\n|\n|\r/g;
  while (ends.exec(text)) starts.push(ends.lastIndex);
  return starts;
}
