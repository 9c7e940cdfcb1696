// A resource control policy that is longer than AWS Organizations takes.
import { quotaOf } from '../../policy/quota';
import { overQuota } from '../overQuota';
import { defineRule } from '../rule';

const buckets = Array.from({ length: 120 }, (_, i) => `"arn:aws:s3:::example-reports-of-department-${i}/*"`);

export default defineRule({
  id: 'policy-size-exceeds-rcp-quota',
  group: 'quotas',
  category: 'error',
  on: 'policy',
  appliesTo: ['rcp'],
  accessAnalyzer: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
  summary: 'A resource control policy is longer than AWS Organizations takes.',
  why:
    'AWS Organizations refuses a resource control policy of more than 5,120 characters. White space counts where the ' +
    'policy is sent as it is written.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  examples: [
    {
      type: 'rcp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
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
      "Principal": "*",
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
