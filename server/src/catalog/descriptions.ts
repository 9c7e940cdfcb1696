// AWS's descriptions of actions and condition keys, from a text apart from the core. Opened on first need.
import { actionTextStart, keyTextStart, packFormat, type TextHeader } from './packed';
import type { Descriptions } from './types';

/** Where an action stands in the core, whose order the texts follow. */
export type ActionPlace = (
  service: string,
  name: string,
) => { readonly service: number; readonly action: number } | undefined;

/** Opens the unpacked descriptions; `undefined` when they belong to a core of another date or build. */
export function openDescriptions(text: string, date: string, placeOf: ActionPlace): Descriptions | undefined {
  const end = text.indexOf('\n');
  const header: TextHeader = JSON.parse(text.slice(0, end));
  if (header.format !== packFormat || header.date !== date) return undefined;
  return new PackedDescriptions(text, header.lengths, end + 1, placeOf);
}

/** Blocks of lines: one block a service, one line an action; the last block is of condition keys, `key<TAB>text`. */
class PackedDescriptions implements Descriptions {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #placeOf: ActionPlace;
  readonly #blocks = new Map<number, readonly string[]>();
  #keys: ReadonlyMap<string, string> | undefined;

  constructor(text: string, lengths: readonly number[], start: number, placeOf: ActionPlace) {
    this.#text = text;
    this.#placeOf = placeOf;
    let next = start;
    this.#starts = [next, ...lengths.map((length) => (next += length))];
  }

  action(service: string, name: string): string | undefined {
    const place = this.#placeOf(service, name);
    const line = place && this.#lines(place.service)[place.action];
    return line ? line.replace(/^~/, () => actionTextStart) : undefined;
  }

  conditionKey(key: string): string | undefined {
    this.#keys ??= new Map(this.#lines(this.#starts.length - 2).map(keyAndText));
    return this.#keys.get(key.toLowerCase());
  }

  #lines(block: number): readonly string[] {
    let lines = this.#blocks.get(block);
    if (!lines) {
      lines = this.#text.slice(this.#starts[block], this.#starts[block + 1]).split('\n');
      this.#blocks.set(block, lines);
    }
    return lines;
  }
}

function keyAndText(line: string): readonly [string, string] {
  const tab = line.indexOf('\t');
  return [line.slice(0, tab).toLowerCase(), line.slice(tab + 1).replace(/^~/, () => keyTextStart)];
}
