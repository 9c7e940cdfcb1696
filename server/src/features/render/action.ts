// An action, an action pattern or a service prefix in Markdown: what it is, how far it reaches, what it goes with.
import { isGlob } from '../../base/glob';
import { type ActionMatches, matchActions, supportedConditionKeys } from '../../catalog/search';
import type { AccessLevel, ActionEntry, ActionResource, Catalog, ServiceEntry } from '../../catalog/types';
import { parseAction } from '../../policy/action';
import { code, codeList, count, countOf, link, paragraphs, plain } from './markdown';

const KEYS_SHOWN = 12;
/** Actions shown of a pattern, shared among the access levels. */
const ACTIONS_SHOWN = 30;
/** Patterns over more services than this are counted, not listed. */
const SERVICES_LISTED = 3;

/** The strongest first. */
const levels: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

/** For what stands in Action or NotAction; `undefined` where the catalog knows nothing of it. */
export function actionText(catalog: Catalog, text: string): string | undefined {
  if (isGlob(text)) return patternText(catalog, text);
  const parts = parseAction(text);
  const service = parts && catalog.service(parts.service);
  const action = service?.action(parts?.name ?? '');
  if (service && action) return oneAction(catalog, service, action);
  return parts && operationText(catalog, parts.service, parts.name);
}

/** For the prefix in front of the colon. */
export function serviceText(catalog: Catalog, prefix: string): string | undefined {
  const service = catalog.service(prefix);
  if (!service) return undefined;
  const matches = matchActions(catalog, `${service.prefix}:*`);
  return paragraphs(
    `**${code(service.prefix)}** – ${plain(service.name)}`,
    `${countOf(matches.count, 'action')}: ${levelCounts(matches)}.`,
    reference(service),
  );
}

function oneAction(catalog: Catalog, service: ServiceEntry, action: ActionEntry): string {
  const description = catalog.descriptions?.action(service.prefix, action.name);
  const keys = [...supportedConditionKeys(service, action)];
  return paragraphs(
    `**${code(`${service.prefix}:${action.name}`)}** – ${plain(service.name)}, ${action.levels.join(' and ')}`,
    description && plain(description),
    resourcesText(action.resourceTypes),
    keys.length > 0 ? `Condition keys: ${codeList(keys, KEYS_SHOWN)}` : undefined,
    action.dependentActions.length > 0
      ? `Callers need besides: ${codeList(action.dependentActions, KEYS_SHOWN)}`
      : undefined,
    reference(service),
  );
}

function resourcesText(types: readonly ActionResource[]): string {
  if (types.length === 0) return 'Cannot be limited to single resources: the Resource must be `*`.';
  const required = types.filter((type) => type.required).map(({ name }) => name);
  const optional = types.filter((type) => !type.required).map(({ name }) => name);
  if (required.length === 0) return `Resource types: ${codeList(optional, KEYS_SHOWN)}`;
  const besides = optional.length > 0 ? `; also ${codeList(optional, KEYS_SHOWN)}` : '';
  return `Resource types: ${codeList(required, KEYS_SHOWN)} (always needed)${besides}`;
}

/** An operation of the API that is authorised under another name. */
function operationText(catalog: Catalog, service: string, name: string): string | undefined {
  const operation = catalog.apiOperation(service, name);
  if (!operation || operation.actions.length === 0) return undefined;
  return paragraphs(
    `**${code(`${service}:${name}`)}**`,
    `An operation of the API, but not an action. It is authorised as ${codeList(operation.actions, KEYS_SHOWN)}.`,
  );
}

function patternText(catalog: Catalog, pattern: string): string | undefined {
  const matches = matchActions(catalog, pattern);
  if (matches.count === 0) return undefined;
  const { services } = matches;
  const only = services.length === 1 ? catalog.service(services[0] ?? '') : undefined;
  const of = only ? plain(only.name) : countOf(services.length, 'service');
  const title = `**${code(pattern)}** – ${countOf(matches.count, 'action')} of ${of}`;
  if (services.length > SERVICES_LISTED) return paragraphs(title, breadthText(catalog, services.length));
  return paragraphs(title, listText(matches), only && reference(only));
}

/** Counting levels over all of AWS would decode the whole catalog; the number of services tells enough. */
function breadthText(catalog: Catalog, services: number): string | undefined {
  if (services < catalog.services.length) return undefined;
  return 'Every action of every service, those yet to come included.';
}

function listText(matches: ActionMatches): string {
  const present = levels.filter((level) => matches.byLevel.has(level));
  const share = Math.ceil(ACTIONS_SHOWN / Math.max(1, present.length));
  const lines = present.map((level) => {
    const here = matches.actions.filter(({ action }) => action.levels[0] === level);
    const names = here.map(({ service, action }) => `${service}:${action.name}`);
    return `- ${level} (${count(here.length)}): ${codeList(names, share)}`;
  });
  return lines.join('\n');
}

function levelCounts({ byLevel }: ActionMatches): string {
  const present = levels.filter((level) => byLevel.has(level));
  return present.map((level) => `${count(byLevel.get(level) ?? 0)} ${level.toLowerCase()}`).join(', ');
}

function reference({ url, name }: ServiceEntry): string {
  return link(`Actions and condition keys of ${plain(name)}`, url);
}
