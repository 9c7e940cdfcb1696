// The actions of a role's trust policy: who may take the role on, and what may be said with it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_actions-resources-contextkeys.html
import type { Statement } from '../../policy/types';
import { type AskedAt, type Offers, string, whole } from './offer';

interface TrustAction {
  readonly name: string;
  readonly detail: string;
}

const assumeRole: TrustAction = {
  name: 'sts:AssumeRole',
  detail: 'for accounts, roles, users and services',
};
const webIdentity: TrustAction = { name: 'sts:AssumeRoleWithWebIdentity', detail: 'for OIDC providers' };
const saml: TrustAction = { name: 'sts:AssumeRoleWithSAML', detail: 'for SAML providers' };
const others: readonly TrustAction[] = [
  { name: 'sts:TagSession', detail: 'with session tags' },
  { name: 'sts:SetSourceIdentity', detail: 'with a source identity' },
  { name: 'sts:SetContext', detail: 'with a context of the identity provider' },
];

/** Those that the statement's principals can use come first. */
export function trustActions({ place, statement }: AskedAt<'action'>): Offers {
  const taken = new Set(place.present.map((each) => each.toLowerCase()));
  const wanted = inOrder(statement).filter(({ name }) => !taken.has(name.toLowerCase()));
  return whole(
    wanted.map(({ name, detail }, rank) => ({
      kind: 'action',
      label: name,
      detail,
      write: string(name),
      rank,
      topic: { kind: 'action', name },
    })),
  );
}

function inOrder(statement: Statement | undefined): readonly TrustAction[] {
  const principals = statement?.principals.flatMap((each) => each.principals) ?? [];
  const federated = principals.filter(({ kind }) => kind === 'Federated');
  if (federated.some(({ value }) => value.includes(':saml-provider/'))) {
    return [saml, webIdentity, assumeRole, ...others];
  }
  return federated.length > 0
    ? [webIdentity, saml, assumeRole, ...others]
    : [assumeRole, webIdentity, saml, ...others];
}
