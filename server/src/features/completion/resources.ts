// Values of Resource: the ARNs of what the statement's actions work on, to be filled in.
import { matchActions } from '../../catalog/search';
import type { Catalog, ResourceTypeEntry } from '../../catalog/types';
import type { Statement } from '../../policy/types';
import { type ArnPart, arnLabel, arnText, fillTyped, partsOfArn } from './arnTemplate';
import { type AskedAt, type Offer, type Offers, string } from './offer';
import { type ArnDefaults, arnDefaults } from './surroundings';

/** Statements with more actions are about so much that no ARN is likelier than another. */
const MOST_ACTIONS = 500;

interface Wanted {
  readonly service: string;
  readonly type: ResourceTypeEntry;
  /** How many of the actions need it. */
  count: number;
}

export function resources({ catalog, statement, typed, place, text }: AskedAt<'resource'>): Offers {
  const written = arnDefaults(text);
  const [, variable] = /^arn:(\$\{[^}]*\})/.exec(typed) ?? [];
  const defaults = variable === undefined ? written : { ...written, partition: variable };
  const { wanted, needsAll } = wantedTypes(catalog, statement);
  const taken = new Set(place.present);
  const offers: Offer[] = [];
  for (const [index, each] of wanted.entries()) {
    for (const arn of each.type.arns) {
      const parts = fillTyped(
        partsOfArn(arn).map((part) => withDefault(part, defaults)),
        typed,
      );
      const label = parts && arnLabel(parts);
      if (!parts || !label || label === typed || taken.has(label)) continue;
      const detail = `${each.type.name} of ${catalog.service(each.service)?.name ?? each.service}`;
      offers.push({ kind: 'resource', label, detail, write: string(arnText(parts)), rank: index });
    }
  }
  if (!taken.has('*')) offers.push(everything(needsAll || wanted.length === 0 ? -1 : wanted.length));
  // What is typed goes into the ARNs, so each further character makes others of them.
  return { offers, isPartial: true };
}

function everything(rank: number): Offer {
  return { kind: 'resource', label: '*', detail: 'all resources', write: string('*'), rank };
}

/** The types that most of the statement's actions work on come first. */
function wantedTypes(
  catalog: Catalog,
  statement: Statement | undefined,
): { readonly wanted: readonly Wanted[]; readonly needsAll: boolean } {
  const wanted = new Map<string, Wanted>();
  let seen = 0;
  let needsAll = false;
  for (const pattern of statement?.actions.flatMap((each) => (each.negated ? [] : each.patterns)) ?? []) {
    const matches = matchActions(catalog, pattern.value);
    seen += matches.count;
    if (seen > MOST_ACTIONS && matches.services.length > 1) break;
    for (const { service, action } of matches.actions) {
      needsAll ||= action.resourceTypes.length === 0;
      for (const { name, required } of action.resourceTypes) {
        const type = catalog.service(service)?.resourceTypes.find((each) => each.name === name);
        if (!type) continue;
        const key = `${service}:${name}`;
        const known = wanted.get(key) ?? { service, type, count: 0 };
        known.count += required ? 2 : 1;
        wanted.set(key, known);
      }
    }
  }
  return {
    wanted: [...wanted.values()].sort((a, b) => b.count - a.count || holesOf(a) - holesOf(b)),
    needsAll,
  };
}

/** `bucket` comes before `accesspoint`: there is less to fill in. */
function holesOf({ type }: Wanted): number {
  return partsOfArn(type.arns[0] ?? '').filter(({ kind }) => kind === 'hole').length;
}

function withDefault(part: ArnPart, defaults: ArnDefaults): ArnPart {
  if (part.kind === 'text') return part;
  switch (part.name) {
    case 'Partition':
      return { kind: 'text', text: defaults.partition };
    case 'Region':
      return { kind: 'hole', name: defaults.region };
    case 'Account':
      return { kind: 'hole', name: defaults.account };
    default:
      return part;
  }
}
