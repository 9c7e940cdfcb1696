// Some actions by service and name, to tell quickly which of them a pattern matches.
import { globMatches, isGlob } from '../base/glob';
import { hasWildcard, parseAction } from './action';

/** So many patterns are remembered. */
const MOST_KNOWN = 1000;

export class ActionIndex {
  readonly all: readonly string[];
  /** By service and by name, in lower case. */
  readonly #services = new Map<string, Map<string, string>>();

  /** `actions`: full names, as AWS writes them. */
  constructor(actions: Iterable<string>) {
    this.all = [...actions];
    for (const action of this.all) {
      const [service = '', name = ''] = action.toLowerCase().split(':');
      const names = this.#services.get(service) ?? new Map<string, string>();
      this.#services.set(service, names.set(name, action));
    }
  }

  /** Of patterns with wildcards: the same ones come again and again. */
  readonly #known = new Map<string, readonly string[]>();

  /** The actions that a pattern matches, as AWS writes them. Most patterns are of a service that has none. */
  matchesOf(pattern: string): readonly string[] {
    const known = this.#known.get(pattern);
    if (known) return known;
    const found = this.#find(pattern);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    if (isGlob(pattern)) this.#known.set(pattern, found);
    return found;
  }

  #find(pattern: string): readonly string[] {
    const parts = parseAction(pattern);
    if (!parts) return /^\*+$/.test(pattern) ? this.all : [];
    if (hasWildcard(parts.service)) return this.all.filter((action) => globMatches(pattern, action, true));
    const names = this.#services.get(parts.service) ?? this.#services.get(parts.service.toLowerCase());
    if (!names) return [];
    const lower = parts.name.toLowerCase();
    const exact = names.get(lower);
    if (exact !== undefined || !isGlob(lower)) return exact === undefined ? [] : [exact];
    return [...names].flatMap(([name, action]) => (globMatches(lower, name) ? [action] : []));
  }
}
