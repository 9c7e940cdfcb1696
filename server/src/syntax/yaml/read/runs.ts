// The way from the characters of a value to the source: runs of characters that stand there as they are, and single
// ones that something else stands for (an escape, a folded line break). Offsets only, no decoding.
import type { Span } from '../../../base/span';

/** Runs in order. What no run covers (indentation, the backslash before a line break) stands for nothing. */
export class Runs {
  readonly #values: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #length = 0;
  #end: number;

  /** `start`: the source offset of an empty value. */
  constructor(start: number) {
    this.#end = start;
  }

  /** `length` characters of the value stand for the source from `start` to `end`; one for one if as many. */
  add(length: number, start: number, end: number): void {
    if (length === 0) return;
    this.#values.push(this.#length);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#length += length;
    this.#end = end;
  }

  /** The same way to a source that stands `delta` characters further on. */
  moved(delta: number): Runs {
    const moved = new Runs(this.#end + delta);
    this.#values.forEach((value, i) => {
      const length = (this.#values[i + 1] ?? this.#length) - value;
      moved.add(length, (this.#starts[i] ?? 0) + delta, (this.#ends[i] ?? 0) + delta);
    });
    return moved;
  }

  /** The source span of the characters from `from` to `to`; an empty one where there is none between them. */
  spanOf(from: number, to: number): Span {
    const start = this.#startOf(Math.max(0, Math.min(from, this.#length)));
    return to <= from ? { start, end: start } : { start, end: this.#endOf(Math.min(to, this.#length)) };
  }

  /** How many characters of the value stand in front of a source offset. */
  countBefore(offset: number): number {
    const run = lastAtMost(this.#starts, offset);
    if (run < 0) return 0;
    const value = this.#values[run] ?? 0;
    const length = (this.#values[run + 1] ?? this.#length) - value;
    if (offset >= (this.#ends[run] ?? 0)) return value + length;
    return this.#isVerbatim(run) ? value + offset - (this.#starts[run] ?? 0) : value;
  }

  #startOf(index: number): number {
    if (index >= this.#length) return this.#end;
    const run = lastAtMost(this.#values, index);
    const start = this.#starts[run] ?? 0;
    return this.#isVerbatim(run) ? start + index - (this.#values[run] ?? 0) : start;
  }

  /** Source end of the character before `index`. */
  #endOf(index: number): number {
    const run = lastAtMost(this.#values, index - 1);
    if (run < 0) return this.#end;
    if (!this.#isVerbatim(run)) return this.#ends[run] ?? this.#end;
    return (this.#starts[run] ?? 0) + index - (this.#values[run] ?? 0);
  }

  #isVerbatim(run: number): boolean {
    const length = (this.#values[run + 1] ?? this.#length) - (this.#values[run] ?? 0);
    return length === (this.#ends[run] ?? 0) - (this.#starts[run] ?? 0);
  }
}

/** The last index of a sorted list whose entry is at most `limit`; -1 where there is none. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
