// Opens the catalog: what Leastwise knows about AWS, from a text that the host hands in. No queries; see search.ts.
import { type ActionPlace, openDescriptions } from './descriptions';
import { type GlobalKeyRow, PackedCore, type PartName } from './packed';
import { ServicePrincipals } from './principals';
import { PackedService, type ServiceStart } from './serviceEntry';
import type {
  ApiOperation,
  Catalog,
  ConditionKeyEntry,
  Descriptions,
  GlobalKeyEntry,
  PartitionEntry,
  ServiceEntry,
  ServicePrincipalEntry,
  ServiceSummary,
} from './types';

export interface CatalogOptions {
  /**
   * Gives the unpacked text of the descriptions when they are first asked for. A host that cannot read at once
   * gives `undefined` until it has them, and is asked again.
   */
  readonly loadDescriptions?: () => string | undefined;
}

/** Opens the unpacked core. Cheap: reads an index of services; all else is decoded when somebody asks. */
export function openCatalog(core: string, options: CatalogOptions = {}): Catalog {
  return new PackedCatalog(new PackedCore(core), options.loadDescriptions);
}

/** A longer piece of a text may hold all of it in memory. */
const SHORT = 13;

class PackedCatalog implements Catalog {
  readonly date: string;
  readonly services: readonly ServiceSummary[];
  readonly #core: PackedCore;
  readonly #loadDescriptions: (() => string | undefined) | undefined;
  readonly #starts: readonly ServiceStart[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #opened: (PackedService | undefined)[] = [];
  #descriptions: Descriptions | undefined;
  #lastPrefix: string | undefined;
  #last: ServiceEntry | undefined;

  constructor(core: PackedCore, loadDescriptions: (() => string | undefined) | undefined) {
    const rows = core.header.services;
    this.#core = core;
    this.#loadDescriptions = loadDescriptions;
    this.date = core.header.date;
    this.services = rows.map(([prefix, name, , actionCount]) => ({ prefix, name, actionCount }));
    this.#starts = startsOf(core);
    this.#places = new Map(rows.map(([prefix], place) => [prefix.toLowerCase(), place]));
  }

  /** Actions are mostly asked for service by service, so the last answer is kept. */
  service(prefix: string): ServiceEntry | undefined {
    if (prefix === this.#lastPrefix) return this.#last;
    const found = this.#open(this.#places.get(prefix.toLowerCase()));
    if (prefix.length < SHORT) {
      this.#lastPrefix = prefix;
      this.#last = found;
    }
    return found;
  }

  /** Lower-cased action name → places of the services that have it. Made when a name is first looked for. */
  readonly #owners = lazy(() => {
    const owners = new Map<string, number[]>();
    const perService = this.#core.part('names').toLowerCase().split('\n');
    perService.forEach((names, place) => {
      for (const name of names.split(' ')) {
        const known = owners.get(name);
        if (known) known.push(place);
        else owners.set(name, [place]);
      }
    });
    return owners;
  });

  actionOwners(name: string): readonly string[] {
    const places = this.#owners().get(name.toLowerCase()) ?? [];
    return places.flatMap((place) => this.services[place]?.prefix ?? []);
  }

  readonly #keyOwners = lazy(
    () => new Map(Object.entries(this.#parse<Readonly<Record<string, readonly string[]>>>('keyOwners'))),
  );

  keyOwners(keyPrefix: string): readonly string[] {
    const lower = keyPrefix.toLowerCase();
    const others = this.#keyOwners().get(lower) ?? [];
    return this.#places.has(lower) ? [lower, ...others] : others;
  }

  readonly #globalKeys = lazy(() =>
    this.#parse<readonly GlobalKeyRow[]>('globalKeys').map(
      ([key, type, multivalued, description]): GlobalKeyEntry => ({
        key,
        type,
        multivalued: multivalued === 1,
        description,
      }),
    ),
  );

  readonly #globalKeysByName = lazy(
    () => new Map(this.globalKeys.map((entry) => [entry.key.toLowerCase(), entry])),
  );

  get globalKeys(): readonly GlobalKeyEntry[] {
    return this.#globalKeys();
  }

  globalKey(key: string): GlobalKeyEntry | undefined {
    const lower = key.toLowerCase();
    const slash = lower.indexOf('/');
    const keys = this.#globalKeysByName();
    if (slash < 0 || slash === lower.length - 1) return keys.get(lower);
    return keys.get(`${lower.slice(0, slash)}/\${tagkey}`);
  }

  readonly #federationKeys = lazy(() =>
    this.#parse<readonly (readonly [string, string])[]>('federationKeys').map(([key, type]) => ({
      key,
      type,
    })),
  );

  get federationKeys(): readonly ConditionKeyEntry[] {
    return this.#federationKeys();
  }

  readonly #principals = lazy(
    () =>
      new ServicePrincipals(this.#parse('principals'), this.#parse('aliases'), (label) =>
        this.isRegion(label),
      ),
  );

  get servicePrincipals(): readonly ServicePrincipalEntry[] {
    return this.#principals().entries;
  }

  servicePrincipal(name: string): ServicePrincipalEntry | undefined {
    return this.#principals().find(name);
  }

  servicePrincipalAlias(name: string): readonly string[] {
    return this.#principals().rightSpellings(name);
  }

  readonly #partitions = lazy(() => this.#parse<readonly PartitionEntry[]>('partitions'));
  readonly #regions = lazy(() => new Set(this.partitions.flatMap(({ regions }) => regions)));

  get partitions(): readonly PartitionEntry[] {
    return this.#partitions();
  }

  partition(id: string): PartitionEntry | undefined {
    const lower = id.toLowerCase();
    return this.partitions.find((entry) => entry.id === lower);
  }

  isRegion(region: string): boolean {
    return this.#regions().has(region.toLowerCase());
  }

  readonly #operations = lazy(() => {
    const rows = this.#parse<readonly (readonly [string, string, ...string[]])[]>('operations');
    return new Map(
      rows.map(([service, api, ...actions]) => [
        `${service}:${api}`.toLowerCase(),
        { service, api, actions },
      ]),
    );
  });

  apiOperation(service: string, api: string): ApiOperation | undefined {
    return this.#operations().get(`${service}:${api}`.toLowerCase());
  }

  readonly #renames = lazy(
    () => new Map(Object.entries(this.#parse<Readonly<Record<string, string>>>('renames'))),
  );

  serviceRename(prefix: string): string | undefined {
    return this.#renames().get(prefix.toLowerCase());
  }

  readonly #rcpServices = lazy(() => new Set(this.#parse<readonly string[]>('rcpServices')));

  get rcpServices(): ReadonlySet<string> {
    return this.#rcpServices();
  }

  get descriptions(): Descriptions | undefined {
    if (!this.#descriptions) {
      const text = this.#loadDescriptions?.();
      this.#descriptions = text === undefined ? undefined : openDescriptions(text, this.date, this.#placeOf);
    }
    return this.#descriptions;
  }

  readonly #placeOf: ActionPlace = (prefix, name) => {
    const service = this.#places.get(prefix.toLowerCase());
    const action = this.#open(service)?.indexOf(name);
    return service === undefined || action === undefined ? undefined : { service, action };
  };

  #open(place: number | undefined): PackedService | undefined {
    const row = place === undefined ? undefined : this.#core.header.services[place];
    const start = place === undefined ? undefined : this.#starts[place];
    if (place === undefined || !row || !start) return undefined;
    this.#opened[place] ??= new PackedService(this.#core, row, start);
    return this.#opened[place];
  }

  /** The service in whose stretch of the part `names` the offset lies. */
  /** The parts are of our own making, by the build that made this file too. */
  #parse<T>(name: PartName): T {
    return JSON.parse(this.#core.part(name));
  }
}

/** Whether the name that was found is not a piece of a longer one. */
function startsOf(core: PackedCore): readonly ServiceStart[] {
  const starts: ServiceStart[] = [];
  let next: ServiceStart = { actions: 0, names: 0, details: 0 };
  for (const [, , , actions, names, details] of core.header.services) {
    starts.push(next);
    // One more for the line break between the names of two services.
    next = {
      actions: next.actions + actions,
      names: next.names + names + 1,
      details: next.details + details,
    };
  }
  return starts;
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
