// The value of a literal (`|`) or folded (`>`) block, and the runs that it is made of.
// https://yaml.org/spec/1.2.2/#81-block-scalar-styles
import { Runs } from './runs';

export interface BlockHeader {
  readonly folded: boolean;
  /** `-` takes the line breaks at the end away, `+` keeps all of them, else there is one. */
  readonly chomp: '' | '-' | '+';
  /** Columns that the lines are indented more than what is around, where the header says so; else 0. */
  readonly indent: number;
  /** Whether there is more in the header than belongs there. */
  readonly isOdd: boolean;
}

/** `|`, `>-`, `|2+`. */
export function readHeader(source: string): BlockHeader {
  const match = /^[|>](?:([-+])([1-9])?|([1-9])([-+])?)?$/.exec(source);
  const loose = /[-+]/.exec(source)?.[0];
  const chomp = match ? (match[1] ?? match[4]) : loose;
  return {
    folded: source.startsWith('>'),
    chomp: chomp === '-' || chomp === '+' ? chomp : '',
    indent: Number(match?.[2] ?? match?.[3] ?? 0),
    isOdd: match === null,
  };
}

export interface DecodedBlock {
  readonly value: string;
  readonly runs: Runs;
  /** The column in which the text begins. */
  readonly column: number;
  /** Source offsets of lines that are indented less than the text, and of blank ones above it that are more. */
  readonly badLines: readonly number[];
}

interface Line {
  readonly start: number;
  /** First character that is no space. */
  readonly text: number;
  /** Without the line break. */
  readonly end: number;
  /** With the line break. */
  readonly next: number;
}

/** `source` begins behind the header's line. `parentIndent`: the column of what the block stands in. */
export function decodeBlock(
  source: string,
  offset: number,
  header: BlockHeader,
  parentIndent: number,
): DecodedBlock {
  return new BlockReader(source, offset, header, parentIndent).read();
}

class BlockReader {
  readonly #source: string;
  readonly #offset: number;
  readonly #header: BlockHeader;
  readonly #lines: readonly Line[];
  readonly #first: number;
  readonly #column: number;
  readonly #runs: Runs;
  readonly #badLines: number[] = [];
  #value = '';
  /** Where the source of the next run begins: the end of the line before. */
  #done = 0;

  constructor(source: string, offset: number, header: BlockHeader, parentIndent: number) {
    this.#source = source;
    this.#offset = offset;
    this.#header = header;
    this.#lines = linesOf(source);
    this.#first = this.#lines.findIndex(hasText);
    const first = this.#lines[this.#first];
    const isGiven = header.indent > 0 || first === undefined;
    this.#column = isGiven ? parentIndent + header.indent : first.text - first.start;
    this.#runs = new Runs(offset);
  }

  read(): DecodedBlock {
    const end = this.#endOfText();
    for (let i = 0; i < Math.min(this.#first, end); i++) this.#leadingLine(i);
    if (this.#header.folded) this.#foldLines(end);
    else for (let i = Math.max(0, this.#first); i < end; i++) this.#literalLine(i);
    this.#chomp(end);
    return { value: this.#value, runs: this.#runs, column: this.#column, badLines: this.#badLines };
  }

  /** Index behind the last line that counts: the last with text, or a blank one that is longer than the indentation. */
  #endOfText(): number {
    if (this.#first < 0) return 0;
    return this.#lines.findLastIndex((line) => hasText(line) || line.text - line.start > this.#column) + 1;
  }

  #leadingLine(index: number): void {
    const line = this.#lines[index];
    if (!line) return;
    if (this.#header.indent === 0 && line.text - line.start > this.#column)
      this.#badLines.push(this.#offset + line.start);
    this.#text(line);
    this.#emit('\n', line.end, line.next);
  }

  #literalLine(index: number): void {
    const line = this.#lines[index];
    if (!line) return;
    const start = this.#textStart(line);
    if (index > this.#first) this.#emit('\n', this.#done, start);
    this.#text(line);
  }

  /** Lines are joined by spaces; blank lines are line breaks; lines that are indented more stay as they are. */
  #foldLines(end: number): void {
    let separator = '';
    let extra = '';
    let wasMore = false;
    for (let i = this.#first; i < end; i++) {
      const line = this.#lines[i];
      if (!line) continue;
      const isMore = line.text - line.start > this.#column || this.#source[line.text] === '\t';
      if (!isMore && !hasText(line)) {
        if (separator === '\n') extra += '\n';
        else separator = '\n';
        continue;
      }
      if (isMore && separator === ' ') separator = '\n';
      else if (isMore && !wasMore && separator === '\n') separator = '\n\n';
      this.#emit(extra + separator, this.#done, this.#textStart(line));
      this.#text(line);
      separator = isMore ? '\n' : ' ';
      extra = '';
      wasMore = isMore;
    }
  }

  #chomp(end: number): void {
    const last = this.#lines[end - 1];
    const rest = this.#lines.slice(end);
    if (this.#header.chomp === '-' || (!last && this.#header.chomp === '')) return;
    if (this.#header.chomp === '' || rest.length === 0) {
      if (last) this.#emit('\n', last.end, last.next);
      return;
    }
    // `+`: each line break that follows, the one behind the last line with text first.
    const breaks = last ? rest.length : Math.max(1, rest.length - 1);
    let from = last;
    for (let i = 0; i < breaks; i++) {
      const line = last ? from : rest[i];
      if (line) this.#emit('\n', line.end, line.next);
      from = rest[i];
    }
  }

  #text(line: Line): void {
    const start = this.#textStart(line);
    if (hasText(line) && line.text - line.start < this.#column) this.#badLines.push(this.#offset + line.text);
    this.#emit(this.#source.slice(start, line.end), start, line.end);
  }

  #textStart(line: Line): number {
    return Math.min(line.start + this.#column, line.text);
  }

  #emit(text: string, start: number, end: number): void {
    this.#runs.add(text.length, this.#offset + start, this.#offset + end);
    this.#value += text;
    this.#done = end;
  }
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  if (source === '') return lines;
  for (let start = 0; ; ) {
    const newline = source.indexOf('\n', start);
    const next = newline < 0 ? source.length : newline + 1;
    const end = newline < 0 ? next : source[newline - 1] === '\r' && newline > start ? newline - 1 : newline;
    let text = start;
    while (text < end && source.charCodeAt(text) === 32) text += 1;
    lines.push({ start, text, end, next });
    if (newline < 0) return lines;
    start = next;
  }
}

function hasText({ text, end }: Line): boolean {
  return text < end;
}
