// A value of aws:SourceVpce that is not the ID of a VPC endpoint.
import { isPattern } from '../../policy/arn';
import { clausesOf } from '../../policy/clauses';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-vpce-format',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_VPCE_FORMAT',
  summary: 'A value of aws:SourceVpce is not the ID of a VPC endpoint.',
  why: 'Such an ID is vpce- and 8 or 17 letters and digits; anything else never matches.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1a2b" } }
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

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 'aws:sourcevpce' },

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      const { family, lowerKey, values } = clause;
      if (lowerKey !== 'aws:sourcevpce' || family !== 'String') continue;
      for (const { text, span } of values) {
        if (isPattern(text) || /^vpce-(?:[a-z\d]{8}|[a-z\d]{17})$/i.test(text)) continue;
        const isOther = text.startsWith('vpc-');
        yield {
          span,
          message: isOther
            ? `${text} belongs to aws:SourceVpc, not to aws:SourceVpce.`
            : `"${text}" is not the ID of a VPC endpoint: that is vpce- and 8 or 17 letters and digits.`,
          fixes: () => (isOther && values.length === 1 ? useKey(subject, clause, 'aws:SourceVpc') : []),
        };
      }
    }
  },
});
