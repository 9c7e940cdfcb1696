// Finds a condition key by its name as policies write it, whoever defines it, and tells which keys an action takes.
import { globMatches } from '../base/glob';
import { rememberLast } from '../base/rememberLast';
import { rememberTexts } from '../base/rememberTexts';
import type { ActionEntry, Catalog, ConditionKeyEntry, ServiceEntry } from './types';

export interface KnownKey {
  /** As AWS writes it, with its placeholder: `aws:RequestTag/${TagKey}`. */
  readonly key: string;
  readonly type: string;
  readonly multivalued: boolean;
  /** Prefix of the service that defines it; `undefined` for global keys and those of identity providers. */
  readonly service: string | undefined;
}

interface KeyIndex {
  readonly exact: ReadonlyMap<string, ConditionKeyEntry>;
  /** Keys with a placeholder, as lower-cased patterns. */
  readonly patterns: readonly KeyPattern[];
}

interface KeyPattern {
  /** What stands before the placeholder. */
  readonly head: string;
  readonly pattern: string;
  readonly entry: ConditionKeyEntry;
}

const indices = new WeakMap<readonly ConditionKeyEntry[], KeyIndex>();

/** So many keys are remembered for each catalog; several rules ask for each key of a policy. */
const MOST_KNOWN = 2_000;
const keysIn = rememberLast((catalog: Catalog) =>
  rememberTexts(MOST_KNOWN, (key) => lookUp(catalog, key) ?? null),
);

/** Case does not count. `undefined`: no such key in the catalog. */
export function findConditionKey(catalog: Catalog, key: string): KnownKey | undefined {
  return keysIn(catalog)(key) ?? undefined;
}

function lookUp(catalog: Catalog, key: string): KnownKey | undefined {
  const global = catalog.globalKey(key);
  if (global) return { ...pick(global), multivalued: global.multivalued, service: undefined };
  const federated = findIn(catalog.federationKeys, key);
  const prefix = key.slice(0, Math.max(0, key.indexOf(':')));
  if (federated && prefix.toLowerCase() !== 'sts') return known(federated, undefined);
  for (const owner of catalog.keyOwners(prefix)) {
    const entry = findIn(catalog.service(owner)?.conditionKeys ?? [], key);
    if (entry) return known(entry, owner);
  }
  return federated && known(federated, undefined);
}

/**
 * All service keys that a statement may use with an action: its own, and those of the resource types that it works
 * on. Global keys work besides, where AWS provides them.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function supportedConditionKeys(service: ServiceEntry, action: ActionEntry): ReadonlySet<string> {
  const names = new Set(action.resourceTypes.map(({ name }) => name));
  const types = service.resourceTypes.filter(({ name }) => names.has(name));
  return new Set([...action.conditionKeys, ...types.flatMap(({ conditionKeys }) => conditionKeys)]);
}

function findIn(entries: readonly ConditionKeyEntry[], key: string): ConditionKeyEntry | undefined {
  const index = indices.get(entries) ?? indexOf(entries);
  indices.set(entries, index);
  const lower = key.toLowerCase();
  return (
    index.exact.get(lower) ??
    index.patterns.find(({ head, pattern }) => lower.startsWith(head) && globMatches(pattern, lower))?.entry
  );
}

function indexOf(entries: readonly ConditionKeyEntry[]): KeyIndex {
  const lower = entries.map((entry) => [entry.key.toLowerCase(), entry] as const);
  return {
    exact: new Map(lower),
    // AWS writes the part to fill in as `${TagKey}` or `<key>`; it may not be empty.
    patterns: lower
      .filter(([key]) => /[<{]/.test(key))
      .map(([key, entry]) => {
        const pattern = key.replace(/\$\{[^}]*\}|<[^>]*>/g, '?*');
        return { head: pattern.slice(0, pattern.indexOf('?')), pattern, entry };
      }),
  };
}

function known(entry: ConditionKeyEntry, service: string | undefined): KnownKey {
  return { ...pick(entry), multivalued: entry.type.startsWith('ArrayOf'), service };
}

function pick({ key, type }: ConditionKeyEntry): ConditionKeyEntry {
  return { key, type: explainedTypes.get(key) ?? type };
}

/**
 * Where the lists have another type than the pages that explain the keys, and compare them with numbers.
 * https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-lock-policy.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const explainedTypes: ReadonlyMap<string, string> = new Map([
  ['glacier:ArchiveAgeInDays', 'Numeric'],
  ['kms:ValidTo', 'Date|Numeric'],
]);
