// What an action pattern comes to: which actions of the catalog it matches. Spelling help is in nearest.ts.
import { globMatches, isGlob } from '../base/glob';
import { ownText } from '../base/ownText';
import { lowerNamesOf } from './lowerNames';
import type { AccessLevel, ActionEntry, Catalog, ServiceEntry } from './types';

export interface MatchedAction {
  /** Service prefix, as the catalog writes it. */
  readonly service: string;
  readonly action: ActionEntry;
}

/** The actions that a pattern matches. Counting a whole service or all of AWS opens nothing. */
export interface ActionMatches {
  readonly count: number;
  /** Prefixes of the services with a match. */
  readonly services: readonly string[];
  /** Actions by their strongest level. */
  readonly byLevel: ReadonlyMap<AccessLevel, number>;
  readonly actions: readonly MatchedAction[];
}

/** So many patterns are remembered for each catalog; a workspace rarely has as many. */
const cacheLimit = 2_000;
const caches = new WeakMap<Catalog, Map<string, ActionMatches>>();

/**
 * Expands an action pattern: `s3:Get*`, `ec2:*Tags`, `*`, `iam:*`. Case does not count. What AWS would not take for
 * an action, such as `Get*` without a service, matches nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function matchActions(catalog: Catalog, pattern: string): ActionMatches {
  const cache = caches.get(catalog) ?? new Map<string, ActionMatches>();
  caches.set(catalog, cache);
  const lower = pattern.toLowerCase();
  const known = cache.get(lower);
  if (known) return known;
  const own = ownText(lower);
  const matches = new PatternMatches(catalog, own);
  const oldest = cache.size >= cacheLimit ? cache.keys().next() : undefined;
  if (oldest?.value !== undefined) cache.delete(oldest.value);
  cache.set(own, matches);
  return matches;
}

/** Whether the service has an action that the pattern (without prefix) matches. */
export function hasMatch(service: ServiceEntry, namePattern: string): boolean {
  if (!isGlob(namePattern)) return service.action(namePattern) !== undefined;
  const lower = namePattern.toLowerCase();
  const head = lower.slice(0, lower.search(/[*?]/));
  const names = lowerNamesOf(service);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? '';
    if (name.startsWith(head) && globMatches(lower, name)) return true;
  }
  return false;
}

class PatternMatches implements ActionMatches {
  readonly #catalog: Catalog;
  readonly #prefixes: readonly string[];
  readonly #namePattern: string;
  #actions: readonly MatchedAction[] | undefined;
  #byLevel: ReadonlyMap<AccessLevel, number> | undefined;

  /** The pattern is in lower case. */
  constructor(catalog: Catalog, pattern: string) {
    const [prefix = '', name] = pattern === '*' ? ['*', '*'] : splitOnce(pattern);
    this.#catalog = catalog;
    this.#namePattern = name ?? '';
    this.#prefixes = name === undefined ? [] : prefixesLike(catalog, prefix);
  }

  get count(): number {
    if (!this.#isWhole) return this.actions.length;
    const wanted = new Set(this.#prefixes);
    return this.#catalog.services.reduce(
      (sum, service) => sum + (wanted.has(service.prefix) ? service.actionCount : 0),
      0,
    );
  }

  get services(): readonly string[] {
    return this.#isWhole ? this.#prefixes : [...new Set(this.actions.map(({ service }) => service))];
  }

  get byLevel(): ReadonlyMap<AccessLevel, number> {
    this.#byLevel ??= countLevels(this.actions);
    return this.#byLevel;
  }

  get actions(): readonly MatchedAction[] {
    this.#actions ??= this.#prefixes.flatMap((prefix) =>
      matchService(this.#catalog, prefix, this.#namePattern),
    );
    return this.#actions;
  }

  get #isWhole(): boolean {
    return /^\*+$/.test(this.#namePattern);
  }
}

function splitOnce(pattern: string): readonly string[] {
  const colon = pattern.indexOf(':');
  return colon < 0 ? [pattern] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
}

function prefixesLike(catalog: Catalog, pattern: string): readonly string[] {
  const named = isGlob(pattern)
    ? catalog.services.filter(({ prefix }) => globMatches(pattern, prefix))
    : [catalog.service(pattern)];
  return named.flatMap((service) => (service ? [service.prefix] : []));
}

function matchService(catalog: Catalog, prefix: string, namePattern: string): readonly MatchedAction[] {
  const service = catalog.service(prefix);
  if (!service) return [];
  if (!isGlob(namePattern)) {
    const action = service.action(namePattern);
    return action ? [{ service: prefix, action }] : [];
  }
  const names = lowerNamesOf(service);
  return service.actions
    .filter((_, index) => globMatches(namePattern, names[index] ?? ''))
    .map((action) => ({ service: prefix, action }));
}

function countLevels(actions: readonly MatchedAction[]): ReadonlyMap<AccessLevel, number> {
  const counts = new Map<AccessLevel, number>();
  for (const { action } of actions) {
    const [strongest] = action.levels;
    if (strongest) counts.set(strongest, (counts.get(strongest) ?? 0) + 1);
  }
  return counts;
}

export { findConditionKey, type KnownKey, supportedConditionKeys } from './conditionKeys';
export {
  type ActionSuggestion,
  nearestAction,
  nearestService,
  nearestServicePrincipal,
  suggestAction,
} from './nearest';
