// "Did you mean": the name that was probably meant for one that does not exist. Silent when nothing is plausible.
import { editDistance } from '../base/nearest';
import { areLikeVerbs, haveLikeVerbs, haveSameWords, wordsOf } from './actionWords';
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
  ...['ecr', 'rds', 'ssm', 'secretsmanager', 'cloudformation', 'events', 'states', 'apigateway', 'route53'],
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
  const elsewhere = ownerNear(catalog, prefix, name);
  if (elsewhere) return { action: elsewhere, because: 'service' };
  const near = service ? nearestAction(catalog, service.prefix, name) : undefined;
  return near && service ? { action: `${service.prefix}:${near.name}`, because: 'spelling' } : undefined;
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
  const near = nearestOf(
    catalog.services.map((service) => service.prefix),
    lower,
    lower.length < 3 ? 0 : lower.length < 8 ? 1 : 2,
  );
  const owners = actionName === undefined ? [] : catalog.actionOwners(actionName);
  const owning = near.filter((item) => owners.includes(item));
  if (owning.length === 1) return owning[0];
  return near.length === 1 ? near[0] : undefined;
}

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

/** The same name in another service: one that is near by its prefix or its name, the only one, or an everyday one. */
function ownerNear(catalog: Catalog, prefix: string, name: string): string | undefined {
  const owners = catalog.actionOwners(name);
  const near = catalog.service(prefix) ? undefined : nearestService(catalog, prefix, name);
  const lower = prefix.toLowerCase();
  const owner =
    owners.find((item) => item === near) ??
    (owners.length > ownerLimit ? undefined : (relatedOwner(catalog, lower, owners) ?? commonest(owners)));
  const action = owner === undefined ? undefined : catalog.service(owner)?.action(name);
  return owner !== undefined && action ? `${owner}:${action.name}` : undefined;
}

/** `cloudwatch` is in the name of Amazon CloudWatch Logs. */
function relatedOwner(catalog: Catalog, prefix: string, owners: readonly string[]): string | undefined {
  const related = owners.filter((owner) => plain(catalog.service(owner)?.name ?? '').includes(plain(prefix)));
  return related.length === 1 ? related[0] : undefined;
}

function commonest(owners: readonly string[]): string | undefined {
  return owners.length === 1 ? owners[0] : everyday.find((prefix) => owners.includes(prefix));
}

function byServiceName(catalog: Catalog, prefix: string): string | undefined {
  const wanted = plain(prefix);
  if (wanted.length < 3) return undefined;
  const named = catalog.services.filter(({ name }) => plain(name) === wanted);
  return named.length === 1 ? named[0]?.prefix : undefined;
}

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
  const words = wordsOf(name);
  const verbs = new Set(service.actions.map((action) => wordsOf(action.name)[0]));
  let best: ActionEntry | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  lowerNamesOf(service).forEach((candidate, index) => {
    const action = service.actions[index];
    const distance = editDistance(wanted, candidate, limit + 1);
    if (distance > limit || !action) return;
    const [verb = ''] = wordsOf(action.name);
    const sameVerb = verb === words[0];
    // `PutObject` is no slip for `GetObject`: both verbs are right, and they mean different things.
    if (!sameVerb && verbs.has(words[0]) && !areLikeVerbs(verb, words[0] ?? '')) return;
    const score = distance + (sameVerb ? 0 : 0.5);
    if (score < bestScore) [best, bestScore] = [action, score];
  });
  return best;
}

/** The same words in another order, or else with another verb of the kind. */
function likeWords(service: ServiceEntry, name: string): ActionEntry | undefined {
  const words = wordsOf(name);
  if (words.length < 2) return undefined;
  const same = service.actions.find((action) => haveSameWords(words, wordsOf(action.name)));
  return same ?? service.actions.find((action) => haveLikeVerbs(words, wordsOf(action.name)));
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
