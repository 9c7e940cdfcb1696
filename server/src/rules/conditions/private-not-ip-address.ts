// Nothing but private addresses in aws:SourceIp under NotIpAddress.
import { clausesOf } from '../../policy/clauses';
import { privateValues } from '../../policy/privateIp';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'private-not-ip-address',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'PRIVATE_NOT_IP_ADDRESS',
  summary: 'NotIpAddress compares aws:SourceIp with private addresses only.',
  why: 'AWS sees the public address of a caller; a request through a VPC endpoint does not have the key at all. With private addresses only, the condition always holds. The private address is in aws:VpcSourceIp.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" } }
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
      "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'IpAddress' },

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      if (clause.compares.negated !== true || !privateValues(clause)?.areAll) continue;
      yield {
        span: clause.value?.span ?? clause.key.span,
        message:
          'aws:SourceIp holds public addresses, and these are private, so the condition always holds. Use aws:VpcSourceIp, or public addresses.',
        fixes: () => useKey(subject, clause, 'aws:VpcSourceIp'),
      };
    }
  },
});
