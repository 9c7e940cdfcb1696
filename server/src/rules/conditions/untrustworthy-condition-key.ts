// A condition on what every caller can set: aws:Referer, aws:UserAgent. Where only services call: recommended-condition-key-for-service-principal.
import { clausesOf } from '../../policy/clauses';
import { hasOnlyServices } from '../../policy/principal';
import { defineRule } from '../rule';

export default defineRule({
  id: 'untrustworthy-condition-key',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  accessAnalyzer: 'UNTRUSTWORTHY_CONDITION_KEY',
  summary: 'A condition rests on a header that every caller can set.',
  why: 'The Referer and User-Agent headers are what the client says they are, so they keep nobody out.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringLike": { "aws:Referer": "https://example.com/*" } }
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

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 'aws:referer' || lowerKey === 'aws:useragent' },

  *check({ statement }) {
    if (hasOnlyServices(statement)) return;
    for (const { key, lowerKey } of clausesOf(statement)) {
      if (lowerKey !== 'aws:referer' && lowerKey !== 'aws:useragent') continue;
      yield {
        span: key.span,
        message: `Every caller can set ${key.value} to anything, so it protects nothing. Use a key that AWS sets, such as aws:PrincipalArn, aws:SourceVpce or aws:SourceIp.`,
      };
    }
  },
});
