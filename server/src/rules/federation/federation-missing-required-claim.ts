// A trust policy without the condition that IAM asks for with a shared identity provider. None at all:
// missing-condition-key-for-oidc-principal; GitHub: missing-github-repo-condition-key.
import { clausesOf } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { GITHUB } from '../../policy/oidc';
import { assumesByToken } from '../../policy/providers/admission';
import { claimOf } from '../../policy/providers/claimClause';
import { tokenIssuers } from '../../policy/providers/issuers';
import { requiredClaims } from '../../policy/providers/table';
import { defineRule } from '../rule';

export default defineRule({
  id: 'federation-missing-required-claim',
  group: 'federation',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A trust policy lacks the condition that IAM asks for with this identity provider.',
  why: 'All customers of a shared provider get their tokens from the same issuer. IAM therefore refuses to create or change a trust policy for it (MalformedPolicyDocument) that does not look at the claim that tells them apart. Policies from before that date go on as they are until they are changed.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "app.terraform.io:aud": "aws.workload.identity" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "app.terraform.io:aud": "aws.workload.identity",
          "app.terraform.io:sub": "organization:acme:project:shop:workspace:production:run_phase:apply"
        }
      }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check({ statement }) {
    const { condition } = statement;
    if (!assumesByToken(statement) || !condition || hasUnknownClauses(condition)) return;
    for (const { prefix, issuer, span } of tokenIssuers(statement)) {
      const required = prefix === GITHUB ? undefined : requiredClaims(prefix);
      const claims = clausesOf(statement).flatMap((clause) => claimOf(clause, prefix) ?? []);
      if (!required || claims.length === 0 || claims.some((claim) => required.claims.includes(claim)))
        continue;
      const [claim] = required.claims;
      yield {
        span,
        message: `IAM takes no trust policy for ${issuer} without a condition on ${issuer}:${claim} since ${required.since}: strangers get tokens of this issuer too. Add one that names what is yours.`,
        restsOn: statement.node.span,
      };
    }
  },
});
