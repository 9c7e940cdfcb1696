// Which key of a Principal element was meant by another word.
import { nearestName } from '../base/nearest';
import { itemsOf, type PropertyNode } from '../syntax/node';
import { principalKeys } from './elements';
import { principalKindOf } from './principal';

type PrincipalKey = (typeof principalKeys)[number];

const synonyms: ReadonlyMap<string, PrincipalKey> = new Map([
  ['account', 'AWS'],
  ['accounts', 'AWS'],
  ['arn', 'AWS'],
  ['iam', 'AWS'],
  ['role', 'AWS'],
  ['user', 'AWS'],
  ['canonical', 'CanonicalUser'],
  ['federation', 'Federated'],
  ['oidc', 'Federated'],
  ['saml', 'Federated'],
]);

/** By the values behind it where they are all of one kind, else by its letters; `undefined` where neither tells. */
export function principalKeyMeant({ key, value }: PropertyNode): PrincipalKey | undefined {
  const kinds = new Set(
    itemsOf(value).map((item) => (item.kind === 'string' ? principalKindOf(item.value) : undefined)),
  );
  const [kind] = kinds;
  if (kinds.size === 1 && kind !== undefined) return kind;
  const lower = key.value.trim().toLowerCase();
  const near = synonyms.get(lower) ?? nearestName(lower, principalKeys);
  return principalKeys.find((known) => known === near);
}
