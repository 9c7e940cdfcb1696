// The operator Null with the suffix IfExists.
import { clausesOf } from '../../policy/clauses';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'null-with-if-exists',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'NULL_WITH_IF_EXISTS',
  summary: 'The operator Null has the suffix IfExists.',
  why: 'Null asks whether a key is there, so that IfExists would make no sense. AWS refuses the policy.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "NullIfExists": { "aws:TokenIssueTime": "true" } }
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
      "Condition": { "Null": { "aws:TokenIssueTime": "true" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Null' },

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      const { compares, family, operator } = clause;
      if (family !== 'Null' || !compares.ifExists) continue;
      yield {
        span: operator.span,
        message: `${operator.value} does not exist: Null itself asks whether the key is there. Write Null.`,
        fixes: () => useOperator(subject, clause, 'Null', 'unknown'),
      };
    }
  },
});
