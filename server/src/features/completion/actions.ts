// Actions: services first, behind the colon the actions of one; a name without a service finds actions of all.
import { isGlob } from '../../base/glob';
import { matchActions } from '../../catalog/search';
import type { ActionEntry, Catalog, ServiceEntry } from '../../catalog/types';
import { parseAction } from '../../policy/action';
import { actionIndexOf } from './actionIndex';
import { fitOf } from './match';
import { type AskedAt, MAX_OFFERS, type Offer, type Offers, string, whole } from './offer';
import { isServiceOf, preferredServices, usedServices } from './surroundings';
import { trustActions } from './trustActions';
import { wildcards } from './wildcards';

type Asked = AskedAt<'action'>;

/** Behind those that fit better; behind all actions. */
const LOOSER = 1_000;
const LAST = 9_000;
/** Behind the preferred services of the same fit, and before actions of it. */
const OTHERS = 400;
const BY_NAME = 50;
/** Services that only have the letters somewhere are not meant. */
const LOOSEST = 3;

export function actions(asked: Asked): Offers {
  if (asked.found.site.type === 'trust') return trustActions(asked);
  const taken = new Set(asked.place.present.map((each) => each.toLowerCase()));
  const { offers, isPartial } = offersFor(asked);
  return { offers: offers.filter(({ label }) => !taken.has(label.toLowerCase())), isPartial };
}

function offersFor(asked: Asked): Offers {
  const { catalog, typed } = asked;
  const parts = parseAction(typed);
  if (!parts) return servicesAndActions(asked);
  const service = catalog.service(parts.service);
  if (!service || !isServiceOf(asked.found, catalog)(service.prefix)) return elsewhere(asked, parts.name);
  return isGlob(parts.name) ? matched(catalog, service, typed) : actionsOf(service, parts.name);
}

/** `s3`, `getobj`: what fits a service, by its prefix or its name, and actions by their names. */
function servicesAndActions(asked: Asked): Offers {
  const { catalog, typed, found } = asked;
  const isWanted = isServiceOf(found, catalog);
  const used = usedServices(found);
  const preferred = preferredServices(used);
  // `s|:GetObject`: only what is in front of the colon is completed.
  const rest = asked.behind.includes(':') ? asked.behind.slice(asked.behind.indexOf(':')) : ':';
  const offers: Offer[] = [];
  for (const { prefix, name } of catalog.services) {
    const place = Math.min(preferred.get(prefix) ?? OTHERS, OTHERS);
    const offer = isWanted(prefix) && fittingService(typed, prefix, name, place);
    if (offer) offers.push({ ...offer, write: string(prefix + rest), more: rest === ':' });
  }
  if (found.site.type !== 'rcp') offers.push(everyAction);
  if (found.site.carrier === 'document' && used.size === 0 && asked.statement?.principals.length) {
    // It names a principal and nothing else yet: a trust policy as likely as a resource policy.
    offers.push(...trustActions(asked).offers.map((offer) => ({ ...offer, rank: offer.rank - LOOSER })));
  }
  if (typed === '') return { offers, isPartial: true };
  const hits = actionIndexOf(catalog).search(typed, MAX_OFFERS, preferred, isWanted);
  for (const { service, action, fit: how } of hits) {
    const offer = actionOffer(service, action, how * LOOSER + 500);
    offers.push({ ...offer, filter: action.name });
  }
  return { offers, isPartial: true };
}

/** By its prefix, or else by its name: `step` for AWS Step Functions. */
function fittingService(typed: string, prefix: string, name: string, place: number): Offer | undefined {
  const byPrefix = fitOf(typed, prefix);
  const byName = byPrefix === 0 ? undefined : fitOf(typed, name.replace(/^(?:AWS|Amazon) /, ''));
  const best = Math.min(byPrefix ?? LOOSEST, byName ?? LOOSEST);
  if (best >= LOOSEST) return undefined;
  const offer = serviceOffer(prefix, name, best * LOOSER + place);
  return byPrefix === best ? offer : { ...offer, rank: offer.rank + BY_NAME, filter: name };
}

const everyAction: Offer = {
  kind: 'wildcard',
  label: '*',
  detail: 'all actions of all services',
  write: string('*'),
  rank: LAST,
  topic: { kind: 'action', name: '*' },
};

function serviceOffer(prefix: string, name: string, rank: number): Offer {
  return {
    kind: 'service',
    label: `${prefix}:`,
    detail: name,
    write: string(`${prefix}:`),
    rank,
    topic: { kind: 'service', name: prefix },
  };
}

function actionOffer(service: string, action: ActionEntry, rank: number): Offer {
  const name = `${service}:${action.name}`;
  return {
    kind: 'action',
    label: name,
    detail: action.levels.join(', '),
    write: string(name),
    rank,
    topic: { kind: 'action', name },
  };
}

function actionsOf(service: ServiceEntry, typedName: string): Offers {
  const found: Offer[] = [];
  for (const action of service.actions) {
    const how = fitOf(typedName, action.name);
    if (how !== undefined) found.push(actionOffer(service.prefix, action, how * LOOSER));
  }
  const patterns = wildcards(service, typedName, LAST);
  const most = MAX_OFFERS - patterns.length;
  const offers = found.length > most ? found.sort((a, b) => a.rank - b.rank).slice(0, most) : found;
  // Further typing brings up longer patterns.
  return { offers: [...offers, ...patterns], isPartial: true };
}

/** `s3:Get*Acl`: the actions that it comes to. The pattern stays what is compared with. */
function matched(catalog: Catalog, service: ServiceEntry, typed: string): Offers {
  const pattern = typed.endsWith('*') ? typed : `${typed}*`;
  const found = matchActions(catalog, pattern).actions;
  const offers = found.map(({ action }) => ({ ...actionOffer(service.prefix, action, 0), filter: typed }));
  return { offers, isPartial: true };
}

/** `dynamo:GetItem`: no such service, but perhaps an action of that name. */
function elsewhere({ catalog, typed, found }: Asked, name: string): Offers {
  if (name === '' || isGlob(typed)) return whole([]);
  const hits = actionIndexOf(catalog).search(
    name,
    MAX_OFFERS,
    preferredServices(usedServices(found)),
    isServiceOf(found, catalog),
  );
  const offers = hits.map(({ service, action, fit: how }) => ({
    ...actionOffer(service, action, how * LOOSER),
    filter: typed,
  }));
  return { offers, isPartial: true };
}
