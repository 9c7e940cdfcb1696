// A service control policy that is longer than AWS Organizations takes.
import { quotaOf } from '../../policy/quota';
import { overQuota } from '../overQuota';
import { defineRule } from '../rule';

const buckets = Array.from({ length: 230 }, (_, i) => `"arn:aws:s3:::example-reports-of-department-${i}/*"`);

export default defineRule({
  id: 'policy-size-exceeds-scp-quota',
  group: 'quotas',
  category: 'error',
  on: 'policy',
  appliesTo: ['scp'],
  accessAnalyzer: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
  summary: 'A service control policy is longer than AWS Organizations takes.',
  why:
    'AWS Organizations refuses a service control policy of more than 10,240 characters. White space counts where the ' +
    'policy is sent as it is written.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  examples: [
    {
      type: 'scp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "s3:PutObject",
      "Resource": [${buckets.join(', ')}]
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::example-reports-of-department-*/*"
    }
  ]
}`,
    },
  ],

  *check(subject) {
    const report = overQuota(subject, quotaOf(subject.site));
    if (report) yield report;
  },
});
