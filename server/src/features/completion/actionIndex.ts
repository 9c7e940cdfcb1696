// Finds actions of all services by their name alone. Built once for a catalog, in some milliseconds; a search looks
// at each name's letters in one word of bits, and at the names themselves only where these fit.
import type { ActionEntry, Catalog } from '../../catalog/types';
import { type Fit, fit } from './match';

export interface ActionHit {
  readonly service: string;
  readonly action: ActionEntry;
  readonly fit: Fit;
}

/** Shorter words would fit nearly everything; they are only looked for at the start of names. */
const LOOSE_LENGTH = 3;
const FITS = 4;

const indices = new WeakMap<Catalog, ActionIndex>();

export function actionIndexOf(catalog: Catalog): ActionIndex {
  const index = indices.get(catalog) ?? new ActionIndex(catalog);
  indices.set(catalog, index);
  return index;
}

class ActionIndex {
  readonly #services: readonly string[];
  readonly #actions: readonly ActionEntry[];
  /** Place in `#services` of each action's owner. */
  readonly #owners: Uint16Array;
  /** Which letters each name has. */
  readonly #letters: Int32Array;

  constructor(catalog: Catalog) {
    const services = catalog.services.flatMap(({ prefix }) => catalog.service(prefix) ?? []);
    this.#services = services.map(({ prefix }) => prefix);
    this.#actions = services.flatMap(({ actions }) => actions);
    this.#owners = new Uint16Array(this.#actions.length);
    this.#letters = Int32Array.from(this.#actions, ({ name }) => lettersOf(name));
    let next = 0;
    services.forEach(({ actions }, place) => {
      this.#owners.fill(place, next, next + actions.length);
      next += actions.length;
    });
  }

  /**
   * The actions whose names fit, the best first, those of `preferred` services before others that fit as well.
   * @param isWanted which services count at all
   */
  search(
    typed: string,
    most: number,
    preferred: ReadonlySet<string>,
    isWanted: (service: string) => boolean,
  ): readonly ActionHit[] {
    const wanted = lettersOf(typed);
    const ranked = this.#services.map((service) =>
      isWanted(service) ? (preferred.has(service) ? 0 : 1) : undefined,
    );
    const shelves: ActionHit[][] = Array.from({ length: FITS * 2 }, () => []);
    for (let i = 0; i < this.#letters.length; i++) {
      if (((this.#letters[i] ?? 0) & wanted) !== wanted) continue;
      const action = this.#actions[i];
      const owner = this.#owners[i] ?? 0;
      const rank = ranked[owner];
      const found = action && rank !== undefined ? fit(typed, action.name) : undefined;
      if (!action || rank === undefined || found === undefined) continue;
      if (found > 0 && typed.length < LOOSE_LENGTH) continue;
      const shelf = shelves[found * 2 + rank];
      if (shelf && shelf.length < most) shelf.push({ service: this.#services[owner] ?? '', action, fit: found });
    }
    return shelves.flat().slice(0, most);
  }
}

/** One bit for each letter that the text has. Digits and the rest are not counted. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = (text.charCodeAt(i) | 0x20) - 0x61;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
  }
  return letters;
}
