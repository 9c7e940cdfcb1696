// A trust policy that lets an identity provider in without a condition on its tokens. GitHub: missing-github-repo-condition-key.

import { clausesOf, demandsKey } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { GITHUB, ISSUER_KEY, type OidcPrincipal, oidcPrincipals } from '../../policy/oidc';
import { providerOf, requiredClaims } from '../../policy/providers/table';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-condition-key-for-oidc-principal',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  summary: 'A trust policy lets in everyone that an identity provider vouches for.',
  why: 'A provider issues tokens to all its users, and one that many customers share to strangers as well. Only conditions on its tokens, such as on `aud` and `sub`, say who of them may assume the role.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com" },
      "Action": "sts:AssumeRoleWithWebIdentity"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "id.example.com:aud": "app", "id.example.com:sub": "deploy" } }
    }
  ]
}`,
    },
  ],

  *check({ statement }) {
    const { condition, allows } = statement;
    if (!allows || statement.isPartial || (condition && hasUnknownClauses(condition))) return;
    const keys = condition?.clauses.map(({ key }) => key.value.toLowerCase()) ?? [];
    const principals = oidcPrincipals(statement);
    if (asksOthers(statement, principals)) return;
    for (const { prefix, issuer, span } of principals) {
      if (prefix.startsWith(GITHUB) || keys.some((key) => key.startsWith(`${prefix}:`))) continue;
      yield {
        span,
        message: `${whoOf(issuer)} can assume this role${refusalOf(issuer)}. Add conditions on its tokens, such as "StringEquals": { "${issuer}:aud": …, "${issuer}:sub": … }.`,
      };
    }
  },
});

/** With a key that only the tokens of another provider have, nobody gets in, which another rule tells. */
function asksOthers(statement: Statement, principals: readonly OidcPrincipal[]): boolean {
  return clausesOf(statement).some((clause) => {
    const owner = demandsKey(clause) ? ISSUER_KEY.exec(clause.lowerKey)?.[1] : undefined;
    return owner !== undefined && !principals.some(({ prefix }) => prefix === owner);
  });
}

function whoOf(issuer: string): string {
  const provider = providerOf(issuer.toLowerCase());
  const everyone = `Everyone with a token of ${issuer}`;
  return provider?.isShared ? `${everyone}, strangers among them,` : everyone;
}

/** Where IAM takes no such policy. */
function refusalOf(issuer: string): string {
  const required = requiredClaims(issuer.toLowerCase());
  return required
    ? `, and IAM refuses that since ${required.since} without a condition on ${issuer}:${required.claims[0]}`
    : '';
}
