// The issuers whose tokens a trust statement takes: those that its principals name, else the one that its keys name.
import { itemsOf, type Node } from '../../syntax/node';
import { clausesOf } from '../clauses';
import { type OidcPrincipal, oidcPrincipals } from '../oidc';
import type { Statement } from '../types';
import { providerOf } from './table';

/**
 * Where a principal is known only later, such as `aws_iam_openid_connect_provider.github.arn`, the keys of the condition
 * tell whose tokens it takes: those of another provider's would never be there. None where they name several providers,
 * or one that nobody here knows.
 */
export function tokenIssuers(statement: Statement): readonly OidcPrincipal[] {
  const named = oidcPrincipals(statement);
  const later = named.length > 0 ? undefined : providerKnownLater(statement);
  if (!later) return named;
  const issuers = new Map<string, string>();
  for (const { key } of clausesOf(statement)) {
    const [issuer = ''] = key.value.split(':', 1);
    if (providerOf(issuer)) issuers.set(issuer.toLowerCase(), issuer);
  }
  const found = [...issuers].map(([prefix, issuer]) => ({ prefix, issuer, span: later.span }));
  return found.length === 1 ? found : [];
}

/** What stands for a Federated principal, where nothing else is said there. */
function providerKnownLater({ principals }: Statement): Node | undefined {
  const [element, second] = principals;
  const value = element?.property.value;
  if (!element || second || element.negated || value?.kind !== 'object') return undefined;
  const federated = value.properties.find(({ key }) => key.value === 'Federated')?.value;
  const [first, ...others] = itemsOf(federated);
  return [first, ...others].every((item) => item?.kind === 'dynamic') ? first : undefined;
}
