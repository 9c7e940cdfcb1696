// The condition keys of a role's trust policy: of STS, and of the identity provider that the statement names.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
import type { Catalog } from '../../catalog/types';
import type { Statement } from '../../policy/types';
import type { KeyOffer } from './conditionKeys';

/** Claims that become keys for each OIDC provider, whichever it is. */
const claims = ['aud', 'sub', 'email', 'amr', 'oaud'];

/** Keys of the named providers first, then those of STS; those of other providers when something is typed. */
export function federationKeys(
  catalog: Catalog,
  statement: Statement | undefined,
  typed: string,
): readonly KeyOffer[] {
  const providers = providersOf(statement);
  const keys: KeyOffer[] = [];
  for (const { key, type } of catalog.federationKeys) {
    const isNamed = providers.some((provider) => key.startsWith(`${provider}:`));
    const isSts = key.startsWith('sts:');
    if (!isNamed && !isSts && typed === '') continue;
    const rank = isNamed ? rankOfClaim(key) : isSts ? 1 : 8;
    const from = isSts ? 'AWS STS' : key.startsWith('saml:') ? 'SAML' : 'identity provider';
    keys.push({ key, type, multivalued: type.startsWith('ArrayOf'), from, rank });
  }
  for (const provider of providers.filter((each) => each !== 'saml')) {
    for (const claim of claims) {
      const key = `${provider}:${claim}`;
      const multivalued = claim === 'amr';
      const type = multivalued ? 'ArrayOfString' : 'String';
      keys.push({ key, type, multivalued, from: 'identity provider', rank: rankOfClaim(key) });
    }
  }
  return keys;
}

/** Audience and subject are what most conditions are about. */
function rankOfClaim(key: string): number {
  if (/:(?:aud|sub)$/.test(key)) return -1;
  return 0;
}

/** Prefixes of the keys: the host and path of OIDC providers, `saml` for SAML ones. */
function providersOf(statement: Statement | undefined): readonly string[] {
  const principals = statement?.principals.flatMap((each) => each.principals) ?? [];
  const found = new Set<string>();
  for (const { kind, value } of principals) {
    if (kind !== 'Federated' || /[*?$]/.test(value)) continue;
    const oidc = /:oidc-provider\/(.+)$/.exec(value)?.[1];
    if (oidc) found.add(oidc);
    else if (value.includes(':saml-provider/')) found.add('saml');
    else if (/^[\w.-]+$/.test(value)) found.add(value);
  }
  return [...found];
}
