// One service of the packed catalog, decoded as far as it is asked for: names at once, details with the first entry
// that needs them.
import { arnStart, type PackedCore, type PackedDetails, pageFolder, type ServiceRow } from './packed';
import type {
  AccessLevel,
  ActionEntry,
  ActionResource,
  ConditionKeyEntry,
  ResourceTypeEntry,
  ServiceEntry,
} from './types';

/** Where a service's stretches of the parts begin. */
export interface ServiceStart {
  readonly actions: number;
  readonly names: number;
  readonly details: number;
}

const none: readonly never[] = [];

export class PackedService implements ServiceEntry {
  readonly prefix: string;
  readonly name: string;
  readonly url: string;
  readonly actions: readonly ActionEntry[];
  readonly #core: PackedCore;
  readonly #start: ServiceStart;
  readonly #detailsLength: number;
  #byName: ReadonlyMap<string, number> | undefined;
  #byLowerName: ReadonlyMap<string, number> | undefined;
  #details: ServiceDetails | undefined;

  constructor(core: PackedCore, row: ServiceRow, start: ServiceStart) {
    const [prefix, name, page, , namesLength, detailsLength] = row;
    this.prefix = prefix;
    this.name = name;
    this.url = `${pageFolder}${page}.html`;
    this.#core = core;
    this.#start = start;
    this.#detailsLength = detailsLength;
    const names = core.slice('names', start.names, namesLength).split(' ');
    this.actions = names.map((action, index) => new PackedAction(this, index, action));
  }

  action(name: string): ActionEntry | undefined {
    const index = this.indexOf(name);
    return index === undefined ? undefined : this.actions[index];
  }

  /** Place of an action in `actions`. Most policies write names as AWS does. */
  indexOf(name: string): number | undefined {
    this.#byName ??= new Map(this.actions.map((action, index) => [action.name, index]));
    return this.#byName.get(name) ?? this.#indexOfLower(name.toLowerCase());
  }

  #indexOfLower(name: string): number | undefined {
    this.#byLowerName ??= new Map(this.actions.map((action, index) => [action.name.toLowerCase(), index]));
    return this.#byLowerName.get(name);
  }

  levelsOf(index: number): readonly AccessLevel[] {
    const letter = this.#core.slice('levels', this.#start.actions + index, 1);
    return this.#core.header.levels[letter.charCodeAt(0) - 'a'.charCodeAt(0)] ?? none;
  }

  get resourceTypes(): readonly ResourceTypeEntry[] {
    return this.details.resourceTypes;
  }

  get conditionKeys(): readonly ConditionKeyEntry[] {
    return this.details.conditionKeys;
  }

  get details(): ServiceDetails {
    if (!this.#details) {
      const text = this.#core.slice('details', this.#start.details, this.#detailsLength);
      this.#details = new ServiceDetails(this.prefix, JSON.parse(text), this.#core.header.types);
    }
    return this.#details;
  }
}

/** Holds its name only; the rest is looked up, so that 22,000 of them weigh little. */
class PackedAction implements ActionEntry {
  readonly name: string;
  readonly #service: PackedService;
  readonly #index: number;

  constructor(service: PackedService, index: number, name: string) {
    this.#service = service;
    this.#index = index;
    this.name = name;
  }

  get levels(): readonly AccessLevel[] {
    return this.#service.levelsOf(this.#index);
  }

  get resourceTypes(): readonly ActionResource[] {
    return this.#service.details.resourcesOf(this.#index);
  }

  get conditionKeys(): readonly string[] {
    return this.#service.details.keysOf(this.#index);
  }

  get dependentActions(): readonly string[] {
    return this.#service.details.needsOf(this.#index);
  }
}

/** The decoded tables of a service. Actions share their lists: most of them come in few combinations. */
class ServiceDetails {
  readonly conditionKeys: readonly ConditionKeyEntry[];
  readonly resourceTypes: readonly ResourceTypeEntry[];
  readonly #resourceLists: readonly (readonly ActionResource[])[];
  readonly #keyLists: readonly (readonly string[])[];
  readonly #needLists: readonly (readonly string[])[];
  readonly #actions: readonly number[];

  constructor(prefix: string, packed: PackedDetails, types: readonly string[]) {
    this.conditionKeys = decodeKeys(prefix, packed, types);
    const keys = this.conditionKeys.map(({ key }) => key);
    this.#keyLists = packed.keyLists.map((list) => list.map((index) => keys[index] ?? ''));
    this.resourceTypes = packed.types.map(([name, keyList, ...arns]) => ({
      name: String(name),
      conditionKeys: this.#keyLists[Number(keyList)] ?? none,
      arns: arns.map((arn) => String(arn).replace(/^~/, () => arnStart)),
    }));
    const typeNames = this.resourceTypes.map(({ name }) => name);
    this.#resourceLists = packed.resourceLists.map((list) =>
      list.map((code) => ({ name: typeNames[code >> 1] ?? '', required: (code & 1) === 1 })),
    );
    this.#needLists = packed.needLists;
    this.#actions = packed.actions;
  }

  resourcesOf(action: number): readonly ActionResource[] {
    return this.#resourceLists[this.#actions[action * 3] ?? 0] ?? none;
  }

  keysOf(action: number): readonly string[] {
    return this.#keyLists[this.#actions[action * 3 + 1] ?? 0] ?? none;
  }

  needsOf(action: number): readonly string[] {
    return this.#needLists[this.#actions[action * 3 + 2] ?? 0] ?? none;
  }
}

function decodeKeys(
  prefix: string,
  packed: PackedDetails,
  types: readonly string[],
): readonly ConditionKeyEntry[] {
  const entries: ConditionKeyEntry[] = [];
  for (let i = 0; i < packed.keys.length; i += 2) {
    const key = String(packed.keys[i]);
    entries.push({
      key: key.startsWith(':') ? prefix + key : key,
      type: types[Number(packed.keys[i + 1])] ?? '',
    });
  }
  return entries;
}
