// A value of aws:SourceVpc that is not the ID of a VPC.
import { isPattern } from '../../policy/arn';
import { clausesOf } from '../../policy/clauses';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-vpc-format',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_VPC_FORMAT',
  summary: 'A value of aws:SourceVpc is not the ID of a VPC.',
  why: 'Such an ID is vpc- and 8 or 17 letters and digits; anything else never matches.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-1a2b" } }
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
      "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 'aws:sourcevpc' },

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      const { family, lowerKey, values } = clause;
      if (lowerKey !== 'aws:sourcevpc' || family !== 'String') continue;
      for (const { text, span } of values) {
        if (isPattern(text) || /^vpc-(?:[a-z\d]{8}|[a-z\d]{17})$/i.test(text)) continue;
        const isOther = text.startsWith('vpce-');
        yield {
          span,
          message: isOther
            ? `${text} belongs to aws:SourceVpce, not to aws:SourceVpc.`
            : `"${text}" is not the ID of a VPC: that is vpc- and 8 or 17 letters and digits.`,
          fixes: () => (isOther && values.length === 1 ? useKey(subject, clause, 'aws:SourceVpce') : []),
        };
      }
    }
  },
});
