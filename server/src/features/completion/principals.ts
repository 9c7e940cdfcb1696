// Principals: their kinds, service principals, and the ARNs of accounts, roles, users and identity providers.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
import type { PolicyType } from '../../policy/types';
import { type ArnPart, arnLabel, arnText, fillTyped, partsOfArn } from './arnTemplate';
import { fitOf } from './match';
import { type Asked, type AskedAt, MAX_OFFERS, type Offer, type Offers, string, whole } from './offer';
import { quoted } from './statements';
import { arnDefaults } from './surroundings';
import { hole } from './template';

type PrincipalKey = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

const details: Readonly<Record<PrincipalKey, string>> = {
  AWS: 'accounts, roles and users',
  Service: 'AWS services',
  Federated: 'identity providers',
  CanonicalUser: 'accounts by their S3 canonical user id',
};

export function principalKeys({ place, found }: AskedAt<'principal-key'>): Offers {
  const keys = kindsOf(found.site.type).filter((key) => !place.present.includes(key));
  return whole(keys.map(keyOffer));
}

function kindsOf(type: PolicyType): readonly PrincipalKey[] {
  return type === 'trust'
    ? ['Service', 'AWS', 'Federated']
    : ['AWS', 'Service', 'Federated', 'CanonicalUser'];
}

function keyOffer(key: PrincipalKey, rank: number): Offer {
  return {
    kind: 'element',
    label: key,
    detail: details[key],
    write: { as: 'key', text: key, value: quoted(hole()) },
    rank,
    more: key !== 'CanonicalUser',
    topic: { kind: 'principal', name: key },
  };
}

/** Behind `Principal` itself: `"*"`, or an object of principals. */
export function everyone({ found }: AskedAt<'everyone'>): Offers {
  const { type } = found.site;
  // A trust policy may not name everyone that way.
  const all: readonly Offer[] = type === 'trust' ? [] : [{ ...everybody, rank: type === 'rcp' ? -1 : 9 }];
  if (type === 'rcp') return whole(all);
  const objects = kindsOf(type).map(
    (key, rank): Offer => ({
      kind: 'principal',
      label: `{ ${key} }`,
      filter: '',
      detail: details[key],
      write: { as: 'value', text: `{ "${key}": "${hole()}" }` },
      rank,
      more: key !== 'CanonicalUser',
    }),
  );
  return whole([...objects, ...all]);
}

const everybody: Offer = {
  kind: 'principal',
  label: '*',
  detail: 'everyone',
  write: string('*'),
  rank: 9,
};

export function principals(asked: AskedAt<'principal'>): Offers {
  const taken = new Set(asked.place.present);
  const { offers, isPartial } = offersFor(asked);
  return { offers: offers.filter(({ label }) => !taken.has(label)), isPartial };
}

function offersFor(asked: AskedAt<'principal'>): Offers {
  switch (asked.place.principal) {
    case 'Service':
      return servicePrincipals(asked, asked.found.site.type === 'trust' ? 'trust' : 'resourcePolicy');
    case 'AWS':
      return arns(asked, awsForms, asked.found.site.type === 'trust' ? [] : [everybody]);
    case 'Federated':
      return arns(asked, federatedForms, builtInProviders);
    case 'CanonicalUser':
      return whole([]);
  }
}

/** Those that are known to stand in such policies come first. */
export function servicePrincipals(
  { catalog, typed }: Asked,
  usual: 'trust' | 'resourcePolicy' | undefined,
): Offers {
  const offers: Offer[] = [];
  for (const entry of catalog.servicePrincipals) {
    const byName = entry.principal.startsWith(typed.toLowerCase())
      ? 0
      : fitOf(typed, nameOf(entry.principal));
    const how = byName ?? fitOf(typed, entry.service);
    if (how === undefined) continue;
    offers.push({
      kind: 'principal',
      label: entry.principal,
      detail: entry.service,
      write: string(entry.principal),
      rank: how * 10 + (usual && !entry[usual] ? 5 : 0) + (byName === undefined ? 1 : 0),
      ...(byName === undefined ? { filter: entry.service } : {}),
      topic: { kind: 'principal', name: entry.principal },
    });
  }
  return { offers, isPartial: offers.length > MAX_OFFERS || typed !== '' };
}

/** Without what all of them end with, in which most letters are found. */
function nameOf(principal: string): string {
  return principal.replace(/\.amazonaws\.com$/, '');
}

const awsForms: readonly (readonly [arn: string, detail: string])[] = [
  ['arn:<Partition>:iam::<Account>:root', 'an account: what its own policies let in'],
  ['arn:<Partition>:iam::<Account>:role/<RoleName>', 'a role'],
  ['arn:<Partition>:iam::<Account>:user/<UserName>', 'a user'],
  ['arn:<Partition>:sts::<Account>:assumed-role/<RoleName>/<SessionName>', 'one session of a role'],
];

const federatedForms: readonly (readonly [arn: string, detail: string])[] = [
  ['arn:<Partition>:iam::<Account>:oidc-provider/token.actions.githubusercontent.com', 'GitHub Actions'],
  ['arn:<Partition>:iam::<Account>:oidc-provider/<Provider>', 'an OIDC provider'],
  ['arn:<Partition>:iam::<Account>:saml-provider/<Provider>', 'a SAML provider'],
];

const builtInProviders: readonly Offer[] = [
  ['cognito-identity.amazonaws.com', 'Amazon Cognito identity pools'],
  ['accounts.google.com', 'Google'],
  ['www.amazon.com', 'Login with Amazon'],
  ['graph.facebook.com', 'Facebook'],
].map(([name = '', detail], index) => ({
  kind: 'principal',
  label: name,
  detail,
  write: string(name),
  rank: 10 + index,
}));

function arns(
  { text, typed }: Asked,
  forms: readonly (readonly [arn: string, detail: string])[],
  others: readonly Offer[],
): Offers {
  const defaults = arnDefaults(text);
  const withDefaults = (part: ArnPart): ArnPart => {
    if (part.kind === 'text') return part;
    if (part.name === 'Partition') return { kind: 'text', text: defaults.partition };
    return part.name === 'Account' ? { kind: 'hole', name: defaults.account } : part;
  };
  const offers = forms.flatMap(([arn, detail], rank): readonly Offer[] => {
    const parts = fillTyped(partsOfArn(arn).map(withDefaults), typed.startsWith('arn:') ? typed : '');
    if (!parts) return [];
    // Also found by what it is: `role`, `github`.
    const filter = typed.startsWith('arn:') || typed === '' ? {} : { filter: `${detail} ${arnLabel(parts)}` };
    return [
      { kind: 'principal', label: arnLabel(parts), detail, write: string(arnText(parts)), rank, ...filter },
    ];
  });
  return { offers: [...offers, ...others], isPartial: true };
}
