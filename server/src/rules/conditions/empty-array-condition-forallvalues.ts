// A condition key with an empty list under ForAllValues.
import { clausesOf } from '../../policy/clauses';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-array-condition-forallvalues',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
  summary: 'A condition key has no values under ForAllValues.',
  why: 'With no values to match, the condition holds only for requests that do not have the key. The operator Null says that in words.',
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
      "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": [] } }
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
      "Condition": { "Null": { "aws:TagKeys": "true" } }
    }
  ]
}`,
    },
  ],

  needs: ['empty-list'],

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      const { key, value, compares } = clause;
      if (value?.kind !== 'array' || value.items.length > 0 || compares.set !== 'ForAllValues') continue;
      yield {
        span: value.span,
        message: `${key.value} has no values, so that ForAllValues matches only requests without the key. Write "Null": { "${key.value}": "true" } if that is meant.`,
        fixes: () => useOperator(subject, clause, 'Null', 'unknown', 'true'),
      };
    }
  },
});
