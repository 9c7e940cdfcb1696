// Identity providers in a Principal element: which kind one is by its form, and who the callers of a trust policy are.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
import { parseArn } from './arn';
import { principalKindOf } from './principal';
import type { Statement } from './types';

export type ProviderKind = 'oidc' | 'saml';

/** Users of a kind of identity provider, or accounts, users, roles and services. */
export type Callers = ProviderKind | 'others';

/** Some providers go by a domain name; which ones AWS knows is not asked. */
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/** `undefined` for what has not the form of a provider. */
export function providerKind(text: string): ProviderKind | undefined {
  if (text === '*' || DOMAIN.test(text)) return 'oidc';
  const arn = parseArn(text);
  if (arn?.service.text !== 'iam') return undefined;
  const kind = /^(oidc|saml)-provider\/./.exec(arn.resource.text)?.[1];
  return kind === 'oidc' || kind === 'saml' ? kind : undefined;
}

/**
 * Who is named in the Principal of a trust statement; `undefined` where that is not told in full, by a NotPrincipal
 * for one, or where one has not the form of a principal, or stands under the wrong key.
 */
export function callersOf(statement: Statement): ReadonlySet<Callers> | undefined {
  const callers = new Set<Callers>();
  for (const { negated, principals, templates, property } of statement.principals) {
    const known = principals.length + templates.length;
    if (negated || known === 0 || property.value?.kind === 'dynamic') return undefined;
    for (const { kind, value } of [...principals, ...templates.map(toPrincipal)]) {
      const isMisplaced = kind === 'AWS' && principalKindOf(value) === 'Federated';
      const provider = kind === 'Federated' ? providerKind(value) : isMisplaced ? undefined : 'others';
      if (provider === undefined || (value === '*' && provider !== 'others')) return undefined;
      callers.add(provider);
    }
  }
  return statement.isPartial || callers.size === 0 ? undefined : callers;
}

function toPrincipal({ kind, text }: Statement['principals'][number]['templates'][number]) {
  return { kind, value: text.value };
}
