// A condition key that is not of the form service:name. Keys of that form that do not exist are other rules' business.
import { keyProblem } from '../../catalog/keyProblem';
import { clausesOf } from '../../policy/clauses';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-condition-key-format',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_CONDITION_KEY_FORMAT',
  summary: 'A condition key is not of the form `service:name`.',
  why: 'AWS refuses the policy. Keys that work for all services begin with `aws:`.',
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
      "Condition": { "StringEquals": { "PrincipalOrgID": "o-a1b2c3d4e5" } }
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

  speaksOf: { clause: ({ lowerKey }) => !/^[^\s:]+:./.test(lowerKey) },

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      const { key } = clause;
      const problem = keyProblem(catalog, key.value);
      if (problem?.kind !== 'format') continue;
      const { meant } = problem;
      yield {
        span: key.span,
        message: `"${key.value}" is not a condition key: keys have the form service:name.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        fixes: () => useKey(subject, clause, meant),
      };
    }
  },
});
