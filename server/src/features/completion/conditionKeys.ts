// Condition keys: those of the statement's actions, or of the service that is typed where these may be any; the global
// ones; and in trust policies those of the identity provider. Keys that the operator can compare come first.
import { findConditionKey, matchActions, supportedConditionKeys } from '../../catalog/search';
import type { Catalog } from '../../catalog/types';
import { type Operator, parseOperator } from '../../policy/operator';
import type { Statement } from '../../policy/types';
import { hasValues } from './conditionValues';
import { federationKeys } from './federationKeys';
import type { AskedAt, Offer, Offers } from './offer';
import { quoted } from './statements';
import { choice, hole } from './template';

/** Statements with more actions get the keys of whole services. */
const MOST_ACTIONS = 400;
const MOST_SERVICES = 3;

/** A key before it is offered. */
export interface KeyOffer {
  readonly key: string;
  readonly type: string;
  readonly multivalued: boolean;
  /** Who defines it, in a few words. */
  readonly from: string;
  readonly rank: number;
}

/** The global keys that most conditions use, tags without their placeholder. */
const common = new Set([
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:PrincipalOrgID',
  'aws:PrincipalArn',
  'aws:PrincipalTag',
  'aws:RequestTag',
  'aws:ResourceTag',
  'aws:RequestedRegion',
  'aws:ResourceOrgID',
  'aws:SecureTransport',
  'aws:SourceIp',
  'aws:SourceVpce',
  'aws:MultiFactorAuthPresent',
  'aws:TagKeys',
  'aws:ViaAWSService',
]);

export function conditionKeys(asked: AskedAt<'condition-key'>): Offers {
  const { catalog, place, found, statement } = asked;
  const operator = parseOperator(place.operator);
  const taken = new Set(place.present.map((key) => key.toLowerCase()));
  const isTrust = found.site.type === 'trust';
  const isOpen = !isTrust && mayDoMore(catalog, statement);
  const keys = [
    ...(isTrust ? federationKeys(catalog, statement, asked.typed) : serviceKeys(catalog, statement)),
    ...(isOpen ? keysNamed(catalog, serviceKeyNamesOf(catalog, asked.typed)) : []),
    ...globalKeys(catalog),
  ];
  const seen = new Set<string>();
  const offers: Offer[] = [];
  for (const each of keys) {
    const lower = each.key.toLowerCase();
    if (seen.has(lower) || taken.has(lower)) continue;
    seen.add(lower);
    offers.push(keyOffer(each, operator));
  }
  return { offers, isPartial: isTrust || isOpen };
}

function globalKeys(catalog: Catalog): readonly KeyOffer[] {
  return catalog.globalKeys.map(({ key, type, multivalued }) => ({
    key,
    type,
    multivalued,
    from: 'global',
    rank: common.has(key.replace(/\/.*/, '')) ? 2 : 3,
  }));
}

function serviceKeys(catalog: Catalog, statement: Statement | undefined): readonly KeyOffer[] {
  return keysNamed(catalog, [...serviceKeyNames(catalog, statement)]);
}

/** Whether the statement may be about actions that it does not name: of any service, or known only later. */
function mayDoMore(catalog: Catalog, statement: Statement | undefined): boolean {
  const elements = statement?.actions ?? [];
  const patterns = elements.flatMap((each) => each.patterns).filter(({ value }) => value !== '');
  return (
    patterns.length === 0 ||
    elements.some(({ negated, isPartial }) => negated || isPartial) ||
    patterns.some(({ value }) => matchActions(catalog, value).services.length > MOST_SERVICES)
  );
}

/** The keys of the service whose prefix is typed: of `ec2` for `ec2:Inst`. */
function serviceKeyNamesOf(catalog: Catalog, typed: string): readonly string[] {
  const prefix = typed.slice(0, Math.max(0, typed.indexOf(':'))).toLowerCase();
  return catalog.service(prefix)?.conditionKeys.map(({ key }) => key) ?? [];
}

function keysNamed(catalog: Catalog, names: readonly string[]): readonly KeyOffer[] {
  return names.flatMap((name): readonly KeyOffer[] => {
    const known = findConditionKey(catalog, name);
    if (!known) return [];
    const { key, type, multivalued, service } = known;
    const owner = service === undefined ? undefined : catalog.service(service)?.name;
    return [{ key, type, multivalued, from: owner ?? 'global', rank: 1 }];
  });
}

function serviceKeyNames(catalog: Catalog, statement: Statement | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  let seen = 0;
  // The keys of what is left out say nothing of the others.
  const named = statement?.actions.filter(({ negated }) => !negated) ?? [];
  for (const pattern of named.flatMap(({ patterns }) => patterns)) {
    const matches = matchActions(catalog, pattern.value);
    seen += matches.count;
    if (seen > MOST_ACTIONS) {
      if (matches.services.length > MOST_SERVICES) continue;
      for (const prefix of matches.services) {
        for (const { key } of catalog.service(prefix)?.conditionKeys ?? []) names.add(key);
      }
      continue;
    }
    for (const { service, action } of matches.actions) {
      const entry = catalog.service(service);
      if (entry) for (const key of supportedConditionKeys(entry, action)) names.add(key);
    }
  }
  return names;
}

function keyOffer({ key, type, multivalued, from, rank }: KeyOffer, operator: Operator | undefined): Offer {
  const name = key.replace(/\$\{[^}]*\}|<[^>]*>/g, (part) => hole(part.replace(/[${}<>]/g, '')));
  return {
    kind: 'condition-key',
    label: key,
    detail: `${type.replace(/^ArrayOf/, '')} · ${from}`,
    write: { as: 'key', text: name, value: valueFor(key, type, multivalued, operator) },
    rank: rank + (suits(operator, type, multivalued) ? 0 : 10),
    more: hasValues(key),
    topic: { kind: 'condition-key', name: key },
  };
}

function valueFor(key: string, type: string, multivalued: boolean, operator: Operator | undefined): string {
  const isBool = type === 'Bool' || operator?.name === 'Null' || operator?.name === 'Bool';
  if (isBool)
    return quoted(key === 'aws:SecureTransport' ? choice('false', 'true') : choice('true', 'false'));
  return multivalued || operator?.set ? `[${quoted(hole())}]` : quoted(hole());
}

/** Whether the operator compares values of the key's type, as many as the key has. */
function suits(operator: Operator | undefined, type: string, multivalued: boolean): boolean {
  if (!operator || operator.name === 'Null') return true;
  if (operator.set && !multivalued) return false;
  const of = type.replace(/^ArrayOf/, '').split('|');
  return of.some((each) => families(each).some((family) => operator.name.includes(family)));
}

function families(type: string): readonly string[] {
  switch (type) {
    case 'ARN':
      return ['Arn', 'String'];
    case 'IPAddress':
      return ['IpAddress'];
    default:
      return [type];
  }
}
