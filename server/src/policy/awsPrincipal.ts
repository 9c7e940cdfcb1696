// Why a text under the key AWS of a Principal can be no account, user, role or session, by its form alone.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
import { isGlob } from '../base/glob';
import { parseArn } from './arn';
import { principalKindOf } from './principal';

export type PrincipalFault =
  | { readonly kind: 'account-digits'; readonly digits: number }
  | { readonly kind: 'other-key'; readonly key: 'Service' | 'Federated' }
  /** `group`, `policy`: a resource of IAM that does nothing by itself. */
  | { readonly kind: 'not-a-caller'; readonly resource: string }
  /** In IAM or STS, but of no type that there is, or without a name. */
  | { readonly kind: 'no-caller' }
  | { readonly kind: 'other-service'; readonly service: string };

const notCallers: ReadonlyMap<string, string> = new Map([
  ['group', 'a group'],
  ['policy', 'a policy'],
  ['instance-profile', 'an instance profile'],
  ['mfa', 'an MFA device'],
  ['server-certificate', 'a certificate'],
]);

/** `undefined` for what may be a principal, and for texts with wildcards, variables or placeholders. */
export function principalFault(text: string): PrincipalFault | undefined {
  if (isGlob(text) || /[${}<>[\]]/.test(text)) return undefined;
  if (/^\d+$/.test(text)) return accountFault(text);
  const kind = principalKindOf(text);
  if (kind === 'Service' || kind === 'Federated') return { kind: 'other-key', key: kind };
  const arn = parseArn(text);
  if (!arn || !/^aws(?:-[a-z]+)*$/.test(arn.partition.text)) return undefined;
  const { service, account, resource } = arn;
  if (!/^(?:iam|sts)$/.test(service.text))
    return /^[a-z0-9-]+$/.test(service.text) ? { kind: 'other-service', service: service.text } : undefined;
  const named = notCallers.get(resource.text.split('/')[0] ?? '');
  if (named) return { kind: 'not-a-caller', resource: named };
  if (!/^(?:root|(?:user|role|assumed-role|federated-user)\/.+)$/.test(resource.text))
    return { kind: 'no-caller' };
  return /^\d+$/.test(account.text) ? accountFault(account.text) : undefined;
}

function accountFault(digits: string): PrincipalFault | undefined {
  return digits.length === 12 ? undefined : { kind: 'account-digits', digits: digits.length };
}
