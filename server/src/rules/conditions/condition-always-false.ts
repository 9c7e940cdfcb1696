// Clauses of one condition that contradict each other, so that the statement never holds.
import { clausesOf } from '../../policy/clauses';
import { contradictionsIn } from '../../policy/contradiction';
import { defineRule } from '../rule';

export default defineRule({
  id: 'condition-always-false',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  summary: 'Two clauses of a condition contradict each other, so the statement never holds.',
  why:
    'All clauses of a condition must hold for a statement to count. Where one asks for what another excludes, an Allow ' +
    'allows nothing and a Deny denies nothing.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "Null": { "aws:SourceVpce": "true" },
        "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" }
      }
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
      "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],
  when: ({ statement }) => clausesOf(statement).length > 1,

  *check({ statement }) {
    for (const { clause, other, why } of contradictionsIn(clausesOf(statement))) {
      yield {
        span: clause.key.span,
        message: `This statement never holds: ${why}. Remove one of the two clauses.`,
        related: [{ span: other.key.span, message: 'The clause that contradicts it.' }],
      };
    }
  },
});
