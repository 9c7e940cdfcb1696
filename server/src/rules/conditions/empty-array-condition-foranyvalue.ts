// A condition key with an empty list under ForAnyValue.
import { clausesOf } from '../../policy/clauses';
import { dropClause } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-array-condition-foranyvalue',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
  summary: 'A condition key has no values under ForAnyValue.',
  why: 'ForAnyValue asks whether one of the values matches. Of none, none does, so the condition never holds.',
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
      "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "ForAnyValue:StringEquals": { "aws:TagKeys": [] } }
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

  needs: ['empty-list'],

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      const { key, value, compares } = clause;
      if (value?.kind !== 'array' || value.items.length > 0 || compares.set !== 'ForAnyValue') continue;
      yield {
        span: value.span,
        message: `${key.value} has no values, so that ForAnyValue never matches. Write some, or remove the key.`,
        fixes: () => dropClause(subject, clause, 'unknown'),
      };
    }
  },
});
