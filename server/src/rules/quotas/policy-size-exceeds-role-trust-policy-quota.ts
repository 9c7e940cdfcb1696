// A trust policy that is longer than an account takes without a raised quota.
import { quotaOf, RAISED_TRUST_QUOTA } from '../../policy/quota';
import { overQuota } from '../overQuota';
import { defineRule } from '../rule';

const roles = Array.from({ length: 50 }, (_, i) => `"arn:aws:iam::1111222233${10 + i}:role/reports-reader"`);

export default defineRule({
  id: 'policy-size-exceeds-role-trust-policy-quota',
  group: 'quotas',
  category: 'warning',
  on: 'policy',
  appliesTo: ['trust'],
  accessAnalyzer: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
  summary: 'A role trust policy is longer than an account takes by default.',
  why:
    'IAM refuses a trust policy of more than 2,048 characters, white space not counted, unless the quota of the ' +
    'account was raised. It can be raised to 8,192.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": [${roles.join(', ')}] }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "*" },
      "Action": "sts:AssumeRole",
      "Condition": {
        "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/reports-reader" }
      }
    }
  ]
}`,
    },
  ],

  *check(subject) {
    const report = overQuota(subject, quotaOf(subject.site));
    if (!report) return;
    const never = overQuota(subject, RAISED_TRUST_QUOTA);
    yield never ? { ...never, category: 'error' } : report;
  },
});
