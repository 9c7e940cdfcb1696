// Action patterns that are worth a name: `s3:Get*`, `s3:GetObject*`, `s3:*`. Offered last: they give what is new in
// the service as well.
import type { ServiceEntry } from '../../catalog/types';
import type { Offer } from './offer';
import { string } from './offer';

/** So many actions make a group: of those with the same verb, and of those with more words in common. */
const VERB_SIZE = 2;
const GROUP_SIZE = 3;
const MOST = 40;

/** Patterns for the actions that begin with what is typed. Ranked from `rank` on. */
export function wildcards(service: ServiceEntry, typedName: string, rank: number): readonly Offer[] {
  const wanted = typedName.toLowerCase();
  const groups = new Map<string, number>();
  for (const { name } of service.actions) {
    if (!name.toLowerCase().startsWith(wanted)) continue;
    for (const start of beginnings(name, wanted.length)) groups.set(start, (groups.get(start) ?? 0) + 1);
  }
  const offers: Offer[] = [];
  for (const [start, count] of groups) {
    const isVerb = !/[a-z0-9][A-Z]/.test(start);
    if (count < (isVerb ? VERB_SIZE : GROUP_SIZE) || offers.length >= MOST) continue;
    offers.push(wildcard(`${service.prefix}:${start}*`, `${count} actions`, rank + (isVerb ? 0 : 1)));
  }
  return [
    ...offers,
    wildcard(`${service.prefix}:*`, `all ${service.actions.length} actions of ${service.name}`, rank + 2),
  ];
}

function wildcard(label: string, detail: string, rank: number): Offer {
  return {
    kind: 'wildcard',
    label,
    detail,
    write: string(label),
    rank,
    topic: { kind: 'action', name: label },
  };
}

/** The shortest beginnings of whole words that are at least so long: `Get`; `GetObject` and `GetObjectVersion`. */
function beginnings(name: string, length: number): readonly string[] {
  const found: string[] = [];
  const most = length === 0 ? 1 : 2;
  const words = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z]+/g;
  while (words.exec(name) && found.length < most) {
    const end = words.lastIndex;
    if (end >= Math.max(1, length) && end < name.length) found.push(name.slice(0, end));
  }
  return found;
}
