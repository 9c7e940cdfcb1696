// Private addresses among public ones in aws:SourceIp under IpAddress.
import { clausesOf } from '../../policy/clauses';
import { privateValues } from '../../policy/privateIp';
import { dropValue } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'private-ip-address-subset',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'PRIVATE_IP_ADDRESS_SUBSET',
  summary: 'IpAddress compares aws:SourceIp with private addresses among public ones.',
  why: 'AWS sees the public address of a caller, so the private ones do nothing. The private address is in aws:VpcSourceIp.',
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
      "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] } }
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
      "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24"] } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'IpAddress' },

  *check({ statement, writer }) {
    for (const clause of clausesOf(statement)) {
      const found = clause.compares.negated === false ? privateValues(clause) : undefined;
      if (!found || found.areAll) continue;
      for (const value of found.values) {
        yield {
          span: value.span,
          message: `${value.text} is private, and aws:SourceIp holds public addresses, so it does nothing here. Remove it, or compare it with aws:VpcSourceIp.`,
          fixes: () => dropValue(writer, clause, value, 'unknown'),
        };
      }
    }
  },
});
