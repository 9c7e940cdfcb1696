// A trust policy that lets GitHub Actions in without saying which repository.
import { hasUnknownClauses } from '../../policy/condition';
import { GITHUB } from '../../policy/oidc';
import { tokenIssuers } from '../../policy/providers/issuers';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-github-repo-condition-key',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'MISSING_GITHUB_REPO_CONDITION_KEY',
  summary: 'A trust policy lets in GitHub Actions without a condition on the repository.',
  why: 'All repositories on GitHub get their tokens from the same provider. IAM therefore asks for a condition on the subject, or on the workflow, of the token.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }
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
      "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main" } }
    }
  ]
}`,
    },
  ],

  *check({ statement }) {
    const { condition, allows } = statement;
    if (!allows || statement.isPartial || (condition && hasUnknownClauses(condition))) return;
    const keys = new Set(condition?.clauses.map(({ key }) => key.value.toLowerCase()));
    for (const { prefix, span } of tokenIssuers(statement)) {
      if (prefix !== GITHUB && !prefix.startsWith(`${GITHUB}/`)) continue;
      if (keys.has(`${prefix}:sub`) || keys.has(`${prefix}:job_workflow_ref`)) continue;
      yield {
        span,
        message: `Workflows of other repositories on GitHub may assume this role too, and IAM refuses that. Add a condition on ${prefix}:sub that names the repository and the branch, such as repo:owner/name:ref:refs/heads/main.`,
      };
    }
  },
});
