// A trust policy that lets an identity provider in without a condition on its tokens. GitHub: missing-github-repo-condition-key.
import { hasUnknownClauses } from '../../policy/condition';
import { GITHUB, oidcPrincipals } from '../../policy/oidc';
import { providerOf, requiredClaims } from '../../policy/providers/table';
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
    for (const { prefix, span } of oidcPrincipals(statement)) {
      if (prefix.startsWith(GITHUB) || keys.some((key) => key.startsWith(`${prefix}:`))) continue;
      yield {
        span,
        message: `${whoOf(prefix)} can assume this role${refusalOf(prefix)}. Add conditions on its tokens, such as "StringEquals": { "${prefix}:aud": …, "${prefix}:sub": … }.`,
      };
    }
  },
});

function whoOf(issuer: string): string {
  const provider = providerOf(issuer);
  const everyone = `Everyone with a token of ${issuer}`;
  return provider?.isShared ? `${everyone}, strangers among them,` : everyone;
}

/** Where IAM takes no such policy. */
function refusalOf(issuer: string): string {
  const required = requiredClaims(issuer);
  return required
    ? `, and IAM refuses that since ${required.since} without a condition on ${issuer}:${required.claims[0]}`
    : '';
}
