// Finds actions of all services by their name alone. Built once for a catalog, in some milliseconds; a search looks
// at each name's letters in one word of bits, and at the names themselves only where these fit.
import { rememberEach } from '../../base/rememberEach';
import { lowerNamesOf } from '../../catalog/lowerNames';
import type { ActionEntry, Catalog, ServiceEntry } from '../../catalog/types';
import { type Fit, fitLower, isWordStart } from './match';

export interface ActionHit {
  readonly service: string;
  readonly action: ActionEntry;
  readonly fit: Fit;
}

/** Shorter words would fit nearly everything; they are only looked for at the start of names. */
const LOOSE_LENGTH = 3;
const FITS = 4;

/** The index of a catalog, built when it is first asked for. */
export const actionIndexOf = rememberEach((catalog: Catalog) => new ActionIndex(catalog));

interface IndexedService {
  readonly entry: ServiceEntry;
  /** In the order of its actions. */
  readonly lowerNames: readonly string[];
  /** Which letters each name has, and which of them begin a word. */
  readonly letters: Int32Array;
  readonly initials: Int32Array;
}

class ActionIndex {
  readonly #services: readonly IndexedService[];

  constructor(catalog: Catalog) {
    const entries = catalog.services.map(({ prefix }) => catalog.service(prefix));
    this.#services = entries.filter((entry) => entry !== undefined).map(indexService);
  }

  /**
   * The actions whose names fit, the best first, those of `preferred` services before others that fit as well.
   * @param isWanted which services count at all
   */
  search(
    typed: string,
    most: number,
    preferred: ReadonlyMap<string, number>,
    isWanted: (service: string) => boolean,
  ): readonly ActionHit[] {
    const lower = typed.toLowerCase();
    const letters = lettersOf(lower);
    // Editors want the first letter typed at the start of a word.
    const initial = lettersOf(lower.charAt(0));
    const shelves: ActionHit[][] = Array.from({ length: FITS * 2 }, () => []);
    for (const service of this.#services) {
      const { prefix } = service.entry;
      if (!isWanted(prefix)) continue;
      const side = preferred.has(prefix) ? 0 : 1;
      const isShelfFull = (shelves[side]?.length ?? 0) >= most;
      if (isShelfFull && lower.length < LOOSE_LENGTH) continue;
      for (let i = 0; i < service.letters.length; i++) {
        if (((service.letters[i] ?? 0) & letters) !== letters) continue;
        if (((service.initials[i] ?? 0) & initial) !== initial) continue;
        const hit = hitOf(service, i, lower);
        const shelf = hit && shelves[hit.fit * 2 + side];
        if (hit && shelf && shelf.length < most) shelf.push(hit);
      }
    }
    return shelves.flat().slice(0, most);
  }
}

function indexService(entry: ServiceEntry): IndexedService {
  const lowerNames = lowerNamesOf(entry);
  const initials = Int32Array.from(entry.actions, ({ name }) => initialsOf(name));
  return { entry, lowerNames, letters: Int32Array.from(lowerNames, lettersOf), initials };
}

function hitOf({ entry, lowerNames }: IndexedService, index: number, lower: string): ActionHit | undefined {
  const lowerName = lowerNames[index] ?? '';
  if (lower.length < LOOSE_LENGTH && !lowerName.startsWith(lower)) return undefined;
  const action = entry.actions[index];
  const fit = action && fitLower(lower, action.name, lowerName);
  return action && fit !== undefined ? { service: entry.prefix, action, fit } : undefined;
}

function initialsOf(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at++) {
    // Within a name of an action words begin with capitals.
    if ((at === 0 || name.charCodeAt(at) < 0x61) && isWordStart(name, at)) {
      letters |= lettersOf(name.charAt(at).toLowerCase());
    }
  }
  return letters;
}

/** One bit for each letter that the lower-case text has. Digits and the rest are not counted. */
function lettersOf(lower: string): number {
  let letters = 0;
  for (let i = 0; i < lower.length; i++) {
    const letter = lower.charCodeAt(i) - 0x61;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}
