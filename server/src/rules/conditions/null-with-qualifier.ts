// The operator Null behind ForAllValues or ForAnyValue. With IfExists as well: null-with-if-exists.
import { clausesOf } from '../../policy/clauses';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'null-with-qualifier',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'NULL_WITH_QUALIFIER',
  summary: 'The operator Null stands behind ForAllValues or ForAnyValue.',
  why: 'With ForAllValues it is always true, with ForAnyValue always false, so the condition does not ask what it seems to ask.',
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
      "Condition": { "ForAllValues:Null": { "aws:TagKeys": "false" } }
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
      "Condition": { "Null": { "aws:TagKeys": "false" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Null' },

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      const { compares, family, operator } = clause;
      if (family !== 'Null' || !compares.set || compares.ifExists) continue;
      const outcome = compares.set === 'ForAllValues' ? 'true' : 'false';
      yield {
        span: operator.span,
        message: `Null with ${compares.set} is always ${outcome}. Write Null alone to ask whether the key is there.`,
        fixes: () => useOperator(subject, clause, 'Null', 'unknown'),
      };
    }
  },
});
