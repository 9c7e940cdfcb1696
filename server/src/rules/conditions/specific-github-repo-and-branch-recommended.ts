// A subject of GitHub Actions whose wildcard lets in other repositories, or every branch.
import { clausesOf } from '../../policy/clauses';
import { passesWithoutKey, takesWildcards } from '../../policy/operator';
import { admissionsIn } from '../../policy/providers/admission';
import { GITHUB_SUBJECT, openPart } from '../../policy/providers/githubSubject';
import { dropValue } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'specific-github-repo-and-branch-recommended',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
  summary: 'A trust policy for GitHub Actions leaves open which repository or which branch.',
  why: 'With a wildcard for the repository, others can get in; with one for all that follows, every branch and every pull request can. A condition on the ref or the environment of the token limits the latter as well. Where strangers can own a repository that the wildcard matches, it is a security finding.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:acme/*" } }
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
      "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main" } }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check({ statement, writer }) {
    if (!statement.allows) return;
    const clauses = clausesOf(statement);
    const toStrangers = new Set(
      admissionsIn(statement).flatMap(({ reach, because }) =>
        reach === 'open' ? because.map(({ value }) => value) : [],
      ),
    );
    const limitsRef = clauses.some(
      ({ lowerKey, compares }) =>
        LIMITING_KEY.test(lowerKey) && (compares.negated || !passesWithoutKey(compares)),
    );
    for (const clause of clauses) {
      const { compares, lowerKey, values, key } = clause;
      if (!GITHUB_SUBJECT.test(lowerKey) || compares.negated || !takesWildcards(compares.name)) continue;
      for (const value of values) {
        const { text, span } = value;
        const open = openPart(text);
        if (open === undefined || (open === 'branch' && limitsRef)) continue;
        const name = 'Name owner, repository and branch: repo:owner/name:ref:refs/heads/main.';
        if (toStrangers.has(value)) {
          yield {
            span,
            category: 'security',
            message: `${text} lets in repositories of strangers, since others on GitHub can have names that it matches. ${name}`,
            fixes: () => dropValue(writer, clause, value, 'narrower'),
          };
        } else if (open === 'repository') {
          yield { span, message: `${text} lets in more repositories than one. ${name}` };
        } else {
          yield {
            span,
            message: `${text} lets in every branch and pull request of the repository. Name the branch, or add a condition on ${key.value.replace(/sub$/i, 'ref')}.`,
          };
        }
      }
    }
  },
});

const LIMITING_KEY =
  /^token\.actions\.githubusercontent\.com(?:\/[^:]+)?:(?:ref|environment|job_workflow_ref)$/;
