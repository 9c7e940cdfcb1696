// What can be told of an HCL text line by line: where heredocs may end, and where blocks of the file begin. Each is
// looked up once for the whole text, so that many open heredocs cost no more than one.
import { Char, continuesName, startsName } from './chars';

/** Blocks that stand in a file and not in another block, as they begin in the first column. */
const HEADER =
  /^(?:(?:action|check|component|data|dependency|deployment|ephemeral|generate|include|mock_provider|module|output|provider|resource|run|variable)[ \t]*"|(?:import|locals|moved|removed|terraform)[ \t]*\{)/gm;

export class Lines {
  readonly #text: string;
  #headers: readonly number[] | undefined;
  #words: ReadonlyMap<string, readonly number[]> | undefined;
  #commentFrom = 0;
  #commentEnd: number | undefined = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the first header behind an offset; the text's length where there is none. */
  headerAfter(offset: number): number {
    this.#headers ??= [...this.#text.matchAll(HEADER)].map(({ index }) => index);
    return firstFrom(this.#headers, offset + 1) ?? this.#text.length;
  }

  /** Offset behind the first end of a block comment at or behind an offset. */
  commentEnd(offset: number): number | undefined {
    const isKnown = offset >= this.#commentFrom && offset <= (this.#commentEnd ?? this.#text.length + 2) - 2;
    if (!isKnown) {
      const found = this.#text.indexOf('*/', offset);
      this.#commentFrom = offset;
      this.#commentEnd = found < 0 ? undefined : found + 2;
    }
    return this.#commentEnd;
  }

  /** Start of the first line at or behind an offset that holds nothing but this word. */
  lineOf(word: string, offset: number): number | undefined {
    this.#words ??= wordLines(this.#text);
    return firstFrom(this.#words.get(word) ?? [], offset);
  }
}

/** The lines that hold a single word, by word. */
function wordLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const word = onlyWord(text, start, end);
    if (word !== undefined) {
      const starts = lines.get(word);
      if (starts) starts.push(start);
      else lines.set(word, [start]);
    }
    start = end + 1;
  }
  return lines;
}

function onlyWord(text: string, start: number, end: number): string | undefined {
  let from = start;
  while (from < end && isBlank(text.charCodeAt(from))) from += 1;
  if (from === end || !startsName(text.charCodeAt(from))) return undefined;
  let to = from;
  while (to < end && continuesName(text.charCodeAt(to))) to += 1;
  for (let rest = to; rest < end; rest++) if (!isBlank(text.charCodeAt(rest))) return undefined;
  return text.slice(from, to);
}

function isBlank(code: number): boolean {
  return code === Char.Space || code === Char.Tab || code === Char.CarriageReturn;
}

/** The first of ascending numbers that is not smaller. */
export function firstFrom(sorted: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
