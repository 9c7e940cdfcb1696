// "Did you mean": the name that was probably meant for one that does not exist. Silent when nothing is plausible.

import { editDistance } from '../base/nearest';
import { rememberEach } from '../base/rememberEach';
import { rememberLast } from '../base/rememberLast';
import { rememberTexts } from '../base/rememberTexts';
import {
  areLikeVerbs,
  haveLikeVerbs,
  haveSameWords,
  haveShortenedWords,
  isVerb,
  wordsOf,
} from './actionWords';
import { lowerNamesOf } from './lowerNames';
import type { ActionEntry, Catalog, ServiceEntry } from './types';

export interface ActionSuggestion {
  /** With its prefix, as the catalog writes it: `logs:PutLogEvents`. */
  readonly action: string;
  /** What was wrong: letters, the service, or an API operation that another action authorises. */
  readonly because: 'spelling' | 'service' | 'operation';
}

/** An action in more services than this says nothing about which was meant: `TagResource` is in 297. */
const ownerLimit = 8;

/** Where several services have the action, the one that most policies are about. */
const everyday: readonly string[] = [
  ...[
    'ec2',
    's3',
    'iam',
    'lambda',
    'dynamodb',
    'logs',
    'cloudwatch',
    'sqs',
    'sns',
    'kms',
    'sts',
    'ecs',
    'eks',
  ],
  ...['ecr', 'rds', 'ssm', 'secretsmanager', 'cloudformation', 'events', 'states', 'route53'],
  ...['cloudfront', 'acm', 'autoscaling', 'elasticloadbalancing', 'kinesis', 'firehose', 'glue', 'athena'],
];

/**
 * The action that was probably meant by `prefix:name`, which is none. Looks for another way to write it in the same
 * service, for the same name in another service, and for an API operation of that name.
 */
export function suggestAction(catalog: Catalog, prefix: string, name: string): ActionSuggestion | undefined {
  const known = catalog.service(prefix);
  const renamed = known ? undefined : catalog.serviceRename(prefix);
  const service = known ?? (renamed === undefined ? undefined : catalog.service(renamed));
  const operation = operationAction(catalog, service?.prefix ?? prefix, name);
  if (operation) return { action: operation, because: 'operation' };
  if (service) {
    const exact = service === known ? undefined : service.action(name);
    const close = exact ?? nearestIn(service, name, 1);
    if (close) return { action: `${service.prefix}:${close.name}`, because: exact ? 'service' : 'spelling' };
  }
  const owners = catalog.actionOwners(name);
  const likely = nearOwner(catalog, prefix, name, owners) ?? everydayOwner(owners);
  if (likely) return inService(catalog, likely, name);
  const near = service ? nearestAction(catalog, service.prefix, name) : undefined;
  if (near && service) return { action: `${service.prefix}:${near.name}`, because: 'spelling' };
  // A service that is unknown altogether was more likely closed than mistaken for one that nobody thinks of, and
  // so short a name as `GetTrack` is one that services share by chance.
  const [only] = known && owners.length === 1 && wordsOf(name).length > 2 ? owners : [];
  return only === undefined ? undefined : inService(catalog, only, name);
}

/** The action of the service whose name is nearest; `undefined` when the name exists or nothing is near. */
export function nearestAction(catalog: Catalog, prefix: string, name: string): ActionEntry | undefined {
  const service = catalog.service(prefix);
  if (!service || service.action(name)) return undefined;
  return nearestIn(service, name, slips(name)) ?? likeWords(service, name);
}

/**
 * The prefix that was probably meant by an unknown one: an SDK's name (`stepfunctions`), the service's own name
 * (`eventbridge`) or a slip of the hand. With an action's name, a service that has it goes first.
 */
export function nearestService(catalog: Catalog, prefix: string, actionName?: string): string | undefined {
  if (catalog.service(prefix)) return undefined;
  const lower = prefix.toLowerCase();
  const named = catalog.serviceRename(lower) ?? byServiceName(catalog, lower);
  if (named !== undefined) return named;
  const near = nearPrefixes(catalog)(lower);
  const candidates = near.length > 0 ? near : longerPrefixes(catalog, lower);
  const owners = actionName === undefined ? [] : catalog.actionOwners(actionName);
  const owning = candidates.filter((item) => owners.includes(item));
  if (owning.length === 1) return owning[0];
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** A service that is unknown is often named by many actions. */
const nearPrefixes = rememberLast((catalog: Catalog) => {
  const prefixes = catalog.services.map(({ prefix }) => prefix);
  return rememberTexts(MOST_KNOWN, (lower) =>
    nearestOf(prefixes, lower, lower.length < 3 ? 0 : lower.length < 8 ? 1 : 2),
  );
});
const MOST_KNOWN = 100;

/** The service principal that was probably meant by an unknown one: by its aliases, its suffix, or its letters. */
export function nearestServicePrincipal(catalog: Catalog, name: string): string | undefined {
  if (catalog.servicePrincipal(name)) return undefined;
  const [alias] = catalog.servicePrincipalAlias(name);
  if (alias !== undefined) return alias;
  const lower = name.toLowerCase();
  const bare = lower.includes('.') ? undefined : catalog.servicePrincipal(`${lower}.amazonaws.com`);
  if (bare) return bare.principal;
  const host = lower.replace(/\.amazonaws\.com$/, '');
  const all = catalog.servicePrincipals.map(({ principal }) => principal);
  const near = nearestOf(all, lower, host.length < 3 ? 0 : host.length < 6 ? 1 : 2);
  return near.length === 1 ? near[0] : undefined;
}

/** `s3:HeadObject` is authorised by `s3:GetObject`. */
function operationAction(catalog: Catalog, prefix: string, name: string): string | undefined {
  return catalog.apiOperation(prefix, name)?.actions[0];
}

function inService(catalog: Catalog, prefix: string, name: string): ActionSuggestion | undefined {
  const action = catalog.service(prefix)?.action(name);
  return action && { action: `${prefix}:${action.name}`, because: 'service' };
}

/** The one of the owners that the prefix hints at, by its letters or by the name of the service. */
function nearOwner(
  catalog: Catalog,
  prefix: string,
  name: string,
  owners: readonly string[],
): string | undefined {
  if (owners.length === 0) return undefined;
  const near = catalog.service(prefix) ? undefined : nearestService(catalog, prefix, name);
  if (near !== undefined && owners.includes(near)) return near;
  if (owners.length > ownerLimit) return undefined;
  // `cloudwatch` is in the name of Amazon CloudWatch Logs.
  const related = owners.filter((owner) => plain(catalog.service(owner)?.name ?? '').includes(plain(prefix)));
  return related.length === 1 ? related[0] : undefined;
}

function everydayOwner(owners: readonly string[]): string | undefined {
  return owners.length > ownerLimit ? undefined : everyday.find((prefix) => owners.includes(prefix));
}

/** `dynamo` for `dynamodb`. */
function longerPrefixes(catalog: Catalog, prefix: string): readonly string[] {
  if (prefix.length < 4) return [];
  return catalog.services.flatMap((service) => (service.prefix.startsWith(prefix) ? [service.prefix] : []));
}

function byServiceName(catalog: Catalog, prefix: string): string | undefined {
  const wanted = plain(prefix);
  if (wanted.length < 3) return undefined;
  const names = plainNamesOf(catalog);
  const named = catalog.services.filter((_, index) => names[index] === wanted);
  return named.length === 1 ? named[0]?.prefix : undefined;
}

/** In the order of `services`. */
const plainNamesOf = rememberEach(({ services }: Catalog): readonly string[] =>
  services.map(({ name }) => plain(name)),
);

/** A service's name without its maker: `Amazon CloudWatch Logs` is cloudwatchlogs, and so is `cloudwatch-logs`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(amazon|aws)[ -]/, '')
    .replace(/[^a-z0-9]/g, '');
}

/** How many slips a name may have: in a short one, few leave it recognisable. */
function slips(name: string): number {
  return name.length < 6 ? 1 : name.length < 12 ? 2 : 3;
}

function nearestIn(service: ServiceEntry, name: string, limit: number): ActionEntry | undefined {
  const wanted = name.toLowerCase();
  const [verb = ''] = wordsOf(name);
  const isKnownVerb = isVerb(verb) || service.actions.some((action) => wordsOf(action.name)[0] === verb);
  let best: ActionEntry | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  lowerNamesOf(service).forEach((candidate, index) => {
    const action = service.actions[index];
    const distance = editDistance(wanted, candidate, limit + 1);
    if (distance > limit || !action) return;
    const [otherVerb = ''] = wordsOf(action.name);
    // `SetObject` is no slip for `GetObject`: both verbs are right, and they mean different things.
    if (isKnownVerb && !areLikeVerbs(verb, otherVerb)) return;
    const score = distance + (verb === otherVerb ? 0 : 0.5);
    if (score < bestScore) [best, bestScore] = [action, score];
  });
  return best;
}

/** The same words in another order, or cut short, or with another verb of the kind; in this order. */
function likeWords(service: ServiceEntry, name: string): ActionEntry | undefined {
  const words = wordsOf(name);
  if (words.length < 2) return undefined;
  const candidates = service.actions.map((action) => ({ action, words: wordsOf(action.name) }));
  for (const areLike of [haveSameWords, haveShortenedWords, haveLikeVerbs]) {
    const like = candidates.find((candidate) => areLike(words, candidate.words));
    if (like) return like.action;
  }
  return undefined;
}

/** All candidates at the least distance within the limit. */
function nearestOf(candidates: readonly string[], wanted: string, limit: number): readonly string[] {
  let nearest: string[] = [];
  let least = limit;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate, least + 1);
    if (distance > least) continue;
    if (distance < least) nearest = [];
    least = distance;
    nearest.push(candidate);
  }
  return nearest;
}
