// Several threads work off one list of files: when that is worth it, and who takes which file. Starts no threads.
import type { Input } from './files';
import type { Outcome } from './lintFile';
import type { LintOptions } from './options';

/** What the threads have in common. */
export interface Job {
  readonly inputs: readonly Input[];
  readonly options: LintOptions;
  readonly queue: Queue;
}

/** Threads beside the first one. */
export interface Helpers {
  /** Waits for what they have taken, and gives it back with the places of the files. Without those they failed at. */
  outcomes(): Iterable<readonly [number, Outcome]>;
}

/** Processor time, in milliseconds, after which the rest can be foreseen, and that the rest must cost. */
const FORESEEN = 400;
const WORTH = 2500;

/** Whether the rest of the work is so much that another thread, which has to load all of the program, saves time. */
export function isWorthHelp(threads: number | 'auto', spent: number, done: number, all: number): boolean {
  if (threads !== 'auto') return threads > 1 && all > 1;
  return spent > FORESEEN && (spent / done) * (all - done) > WORTH;
}

const NEXT = 0;
const FINISHED = 1;

/** Places in a list, each of which one thread takes. Its memory is shared. */
export class Queue {
  readonly memory: SharedArrayBuffer;
  readonly #counts: Int32Array;
  readonly #length: number;
  #taken = 0;

  constructor(length: number, memory = new SharedArrayBuffer(8)) {
    this.#length = length;
    this.memory = memory;
    this.#counts = new Int32Array(memory);
  }

  get length(): number {
    return this.#length;
  }

  /** How many places this thread has taken. */
  get taken(): number {
    return this.#taken;
  }

  /** Takes the next place; `undefined` at the end. */
  next(): number | undefined {
    const next = Atomics.add(this.#counts, NEXT, 1);
    if (next >= this.#length) return undefined;
    this.#taken += 1;
    return next;
  }

  /** A helper says that it has handed over another outcome. */
  finish(): void {
    Atomics.add(this.#counts, FINISHED, 1);
    Atomics.notify(this.#counts, FINISHED);
  }

  /** How many outcomes have been handed over. */
  get finished(): number {
    return Atomics.load(this.#counts, FINISHED);
  }

  /** Sleeps until there are more than `known`; returns `false` where nothing came for so many milliseconds. */
  waitForMore(known: number, patience: number): boolean {
    return Atomics.wait(this.#counts, FINISHED, known, patience) !== 'timed-out';
  }
}
