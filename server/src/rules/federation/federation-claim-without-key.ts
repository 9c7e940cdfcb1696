// A condition on a claim of a token of which AWS makes no condition key.
import { nearestName } from '../../base/nearest';
import { findConditionKey } from '../../catalog/conditionKeys';
import { clausesOf } from '../../policy/clauses';
import { assumesByToken } from '../../policy/providers/admission';
import { claimOf } from '../../policy/providers/claimClause';
import { tokenIssuers } from '../../policy/providers/issuers';
import { outcomeWithoutKey } from '../admissionReports';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'federation-claim-without-key',
  group: 'federation',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A condition compares a claim of which AWS makes no condition key.',
  why: 'Of each token AWS makes the keys amr, aud, email, oaud and sub, and more for a few providers. Other claims may stand in the token, but a policy cannot see them: a condition on one never matches, or limits nothing where its operator passes requests without the key.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main",
          "token.actions.githubusercontent.com:event_name": "push"
        }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main",
          "token.actions.githubusercontent.com:repository_id": "123456"
        }
      }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check(subject, { catalog }) {
    const { statement } = subject;
    if (!assumesByToken(statement)) return;
    const principals = tokenIssuers(statement).filter(({ prefix }) => !OWN_CLAIMS.test(prefix));
    for (const clause of clausesOf(statement)) {
      const { key, family } = clause;
      for (const { prefix, issuer } of principals) {
        const claim = claimOf(clause, prefix);
        if (claim === undefined || family === 'Null' || everyClaim.includes(claim)) continue;
        if (findConditionKey(catalog, key.value)) continue;
        const meant = nearestName(claim, everyClaim);
        yield {
          span: key.span,
          message: `AWS makes no condition key of the claim ${claim} of ${issuer}, so this ${outcomeWithoutKey(clause)}. ${meant === undefined ? 'Compare the subject of the token (sub) instead.' : `Did you mean ${meant}?`}`,
          fixes: () => useKey(subject, clause, meant === undefined ? undefined : `${issuer}:${meant}`),
        };
      }
    }
  },
});

/** What each token gives. */
const everyClaim = ['amr', 'aud', 'email', 'oaud', 'sub'];
/** They have no tokens of OpenID Connect, and keys of their own. */
const OWN_CLAIMS = /^(?:www\.amazon\.com|graph\.facebook\.com)$/;
