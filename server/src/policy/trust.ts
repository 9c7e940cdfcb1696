// What a statement of a trust policy says: whom it speaks of, by which calls of STS they come in, which conditions are
// asked. Words of the model; whether somebody exists is not asked, and nothing is judged.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
import { globMatches } from '../base/glob';
import { encloses } from '../base/span';
import { itemsOf, type Node } from '../syntax/node';
import { parseArn } from './arn';
import { clausesOf, type ReadClause } from './clauses';
import { hasUnknownClauses } from './condition';
import { withUrlSuffix } from './servicePrincipal';
import { type PrincipalText, principalTexts, textsOf } from './text';
import type { PrincipalElement, Statement } from './types';

/** Somebody that a trust statement names. Texts may have `${…}` where a part is known only later. */
export type Trusted =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'user' | 'role'; readonly name: string; readonly account: string }
  | { readonly kind: 'session'; readonly name: string; readonly role: string; readonly account: string }
  /** `issuer`: the prefix of the provider's condition keys, host and path in lower case. */
  | { readonly kind: 'oidc'; readonly issuer: string }
  | { readonly kind: 'saml'; readonly name: string }
  | { readonly kind: 'other'; readonly text: string };

/** The calls of STS that give out the credentials of a role. */
export const assumeCalls = ['AssumeRole', 'AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML'] as const;
export type AssumeCall = (typeof assumeCalls)[number];

export interface Trust {
  readonly effect: 'Allow' | 'Deny';
  /** In source order, without doubles. */
  readonly who: readonly Trusted[];
  /** Whether `who` are those left out: a NotPrincipal. */
  readonly isEveryoneBut: boolean;
  /** Whether more may be named than is known. */
  readonly mayBeMore: boolean;
  readonly calls: readonly AssumeCall[];
  readonly clauses: readonly ReadClause[];
  /** Whether conditions may be there that are known only later. */
  readonly hasUnknownClauses: boolean;
}

/** `undefined` where the effect, whom it is about or what they may do is not known. */
export function trustOf(statement: Statement): Trust | undefined {
  const { allows, denies, principals, condition } = statement;
  if (allows === denies) return undefined;
  const who = withoutDoubles(principals.flatMap(principalTexts).map(trustedIn));
  const mayBeMore = statement.isPartial || principals.some(isOpen);
  const calls = assumeCalls.filter((call) => names(statement, call));
  if (who.length === 0 || calls.length === 0) return undefined;
  return {
    effect: allows ? 'Allow' : 'Deny',
    who,
    isEveryoneBut: principals.some(({ negated }) => negated),
    mayBeMore,
    calls,
    clauses: clausesOf(statement),
    hasUnknownClauses: condition !== undefined && hasUnknownClauses(condition),
  };
}

/** The condition keys under which a provider of tokens says for whom a token is made, and whose it is. */
export function tokenKeys(issuer: string): { readonly audience: string; readonly subject: string } {
  switch (issuer) {
    case 'www.amazon.com':
      return { audience: `${issuer}:app_id`, subject: `${issuer}:user_id` };
    case 'graph.facebook.com':
      return { audience: `${issuer}:app_id`, subject: `${issuer}:id` };
    default:
      return { audience: `${issuer}:aud`, subject: `${issuer}:sub` };
  }
}

/** Whether somebody may be named of whom nothing is known. */
function isOpen(element: PrincipalElement): boolean {
  if (!element.isPartial) return false;
  const { value } = element.property;
  const items =
    value?.kind === 'object'
      ? value.properties.flatMap((each) => itemsOf(each.computed ?? each.value))
      : [value];
  const known = principalTexts(element);
  return items.some((item) => item?.kind !== 'string' && !(item && isSaid(item, known)));
}

function isSaid(item: Node, known: readonly PrincipalText[]): boolean {
  if (known.some(({ node }) => encloses(item.span, node.span))) return true;
  return (
    item.kind === 'dynamic' && item.isExact === true && item.parts.every(({ kind }) => kind === 'string')
  );
}

function names({ actions }: Statement, call: AssumeCall): boolean {
  return actions.some((element) => {
    const named = textsOf(element).some(({ value }) => globMatches(value, `sts:${call}`, true));
    return named !== element.negated;
  });
}

function trustedIn({ kind, node, value }: PrincipalText): Trusted {
  switch (kind) {
    case 'everyone':
      return { kind: 'everyone' };
    case 'Service':
      return { kind: 'service', name: withUrlSuffix(node) ?? value };
    case 'AWS':
      return awsPrincipal(value);
    case 'Federated':
      return provider(value);
    case 'CanonicalUser':
      return { kind: 'other', text: value };
  }
}

function awsPrincipal(text: string): Trusted {
  if (text === '*') return { kind: 'everyone' };
  if (/^(?:\d{12}|\$\{[^}]*\})$/.test(text)) return { kind: 'account', account: text };
  const arn = parseArn(text);
  const [type, ...path] = arn?.resource.text.split('/') ?? [];
  const name = path.at(-1);
  const account = arn?.account.text ?? '';
  if (arn?.service.text === 'iam' && type === 'root') return { kind: 'account', account };
  if (name === undefined) return { kind: 'other', text };
  if (arn?.service.text === 'iam' && (type === 'user' || type === 'role'))
    return { kind: type, name, account };
  if (arn?.service.text === 'sts' && type === 'assumed-role')
    return { kind: 'session', name, role: path[0] ?? '', account };
  return { kind: 'other', text };
}

function provider(text: string): Trusted {
  const resource = parseArn(text)?.resource.text;
  const [, type, name] = /^(oidc|saml)-provider\/(.+)$/.exec(resource ?? '') ?? [];
  if (type === 'oidc' && name !== undefined) return { kind: 'oidc', issuer: name.toLowerCase() };
  if (type === 'saml' && name !== undefined) return { kind: 'saml', name };
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text)
    ? { kind: 'oidc', issuer: text.toLowerCase() }
    : { kind: 'other', text };
}

function withoutDoubles(who: readonly Trusted[]): readonly Trusted[] {
  return [...new Map(who.map((each) => [JSON.stringify(each), each])).values()];
}
