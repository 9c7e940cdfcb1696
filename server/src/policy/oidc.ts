// The web identity providers that a trust policy lets in, by the prefix of their condition keys.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
import type { Span } from '../base/span';
import type { Statement } from './types';

export interface OidcPrincipal {
  /** Host and path in lower case: `oidc.eks.eu-west-1.amazonaws.com/id/example`. */
  readonly prefix: string;
  /** The same as it is written. */
  readonly issuer: string;
  readonly span: Span;
}

export const GITHUB = 'token.actions.githubusercontent.com';

const builtIn =
  /^(?:cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$/i;

/** The key of a claim: a host, perhaps with a path, and the claim behind the colon. */
export const ISSUER_KEY = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[^:\s$]*)?):([^\s$]+)$/i;

/** Those of a statement whose host is known, also where the account in the ARN of the provider is not. */
export function oidcPrincipals({ principals }: Statement): readonly OidcPrincipal[] {
  return principals.flatMap((element) => {
    if (element.negated) return [];
    const texts = [
      ...element.principals.map(({ kind, node, value }) => ({ kind, value, span: node.span })),
      ...element.templates.map(({ kind, text }) => ({ kind, value: text.value, span: text.span })),
    ];
    return texts.flatMap(({ kind, value, span }) => {
      const issuer = kind === 'Federated' ? prefixOf(value) : undefined;
      return issuer === undefined ? [] : [{ prefix: issuer.toLowerCase(), issuer, span }];
    });
  });
}

function prefixOf(text: string): string | undefined {
  if (builtIn.test(text)) return text;
  return /:oidc-provider\/(?:https?:\/\/)?([^${}]+)$/.exec(text)?.[1];
}
