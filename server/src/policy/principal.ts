// What a principal's text is by its form: an account, an ARN, the name of a service. No look-up whether it exists.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html

import type { StringNode } from '../syntax/node';
import { knownArnFields, parseArn } from './arn';
import type { PolicyText } from './text';
import type { PrincipalKind, Statement } from './types';

/** The key of the Principal element under which such a text belongs; `undefined` where its form does not tell. */
export function principalKindOf(text: string): Exclude<PrincipalKind, 'everyone'> | undefined {
  if (text === '*' || /^\d{12}$/.test(text)) return 'AWS';
  if (/^[0-9a-f]{64}$/.test(text)) return 'CanonicalUser';
  if (
    /^(?:cognito-identity\.amazonaws\.com|www\.amazon\.com|graph\.facebook\.com|accounts\.google\.com)$/.test(
      text,
    )
  )
    return 'Federated';
  const arn = parseArn(text);
  if (arn) {
    if (!/^(?:iam|sts)$/.test(arn.service.text)) return undefined;
    return /^(?:saml|oidc)-provider\//.test(arn.resource.text) ? 'Federated' : 'AWS';
  }
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazon(?:aws)?\.com(?:\.cn)?$/i.test(text) ? 'Service' : undefined;
}

/** The account that a principal is, or lies in: 12 digits. `undefined` where there is none, or it is not known. */
export function accountOf(text: PolicyText): string | undefined {
  const { service, account } = knownArnFields(text);
  const named = service && /^(?:iam|sts)$/.test(service.text) ? account?.text : text.value;
  return named !== undefined && /^\d{12}$/.test(named) ? named : undefined;
}

/**
 * The principals that are unique IDs with this prefix: `AROA` of roles, `AIDA` of users.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function principalIds({ principals }: Statement, prefix: 'AROA' | 'AIDA'): readonly StringNode[] {
  const form = new RegExp(`^${prefix}[A-Z0-9]{12,}$`);
  return principals
    .flatMap((each) => each.principals)
    .filter(({ kind, value }) => kind === 'AWS' && form.test(value))
    .map(({ node }) => node);
}

/** Whether a statement speaks of services and of nobody else. */
export function hasOnlyServices(statement: Pick<Statement, 'principals'>): boolean {
  return hasOnly(statement, ['Service']);
}

/** Whether all principals of a statement are known, named in Principal, and of these kinds. */
export function hasOnly(
  { principals }: Pick<Statement, 'principals'>,
  kinds: readonly PrincipalKind[],
): boolean {
  return (
    principals.length > 0 &&
    principals.every(
      (element) =>
        !element.negated &&
        !element.isPartial &&
        element.principals.length > 0 &&
        element.principals.every(({ kind }) => kinds.includes(kind)),
    )
  );
}
