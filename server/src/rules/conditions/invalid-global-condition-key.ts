// A key with the prefix aws: that AWS does not have.
import { isStale } from '../../catalog/age';
import { keyProblem } from '../../catalog/keyProblem';
import { clausesOf } from '../../policy/clauses';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-global-condition-key',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_GLOBAL_CONDITION_KEY',
  summary: 'A condition key that begins with `aws:` does not exist.',
  why: 'No request carries such a key. What the condition comes to then hangs on its operator, not on what was meant.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:PrincipalOrgIDs": "o-a1b2c3d4e5" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }, { catalog }) => keyProblem(catalog, lowerKey)?.kind === 'global' },

  *check(subject, { catalog, today }) {
    for (const clause of clausesOf(subject.statement)) {
      const { key } = clause;
      const problem = keyProblem(catalog, key.value);
      if (problem?.kind !== 'global') continue;
      const { meant } = problem;
      yield {
        span: key.span,
        category: isStale(catalog, today) ? 'warning' : 'error',
        message: `${key.value} is not a global condition key in the AWS data of ${catalog.date}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        fixes: () => useKey(subject, clause, meant),
      };
    }
  },
});
