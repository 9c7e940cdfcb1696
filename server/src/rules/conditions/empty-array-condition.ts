// A condition key with an empty list. With IfExists or a set: other rules, since it then means something else.
import { clausesOf } from '../../policy/clauses';
import { dropClause } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-array-condition',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'EMPTY_ARRAY_CONDITION',
  summary: 'A condition key has no values.',
  why: 'There is nothing to compare the key with, so the condition cannot do what it was written for.',
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
      "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceVpc": [] } }
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
      if (value?.kind !== 'array' || value.items.length > 0 || compares.set || compares.ifExists) continue;
      yield {
        span: value.span,
        message: `${key.value} has no values to be compared with. Write some, or remove the key.`,
        fixes: () => dropClause(subject, clause, 'unknown'),
      };
    }
  },
});
