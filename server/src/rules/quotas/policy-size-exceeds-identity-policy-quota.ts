// An identity-based policy that is longer than IAM takes: than any kind of it may be, or than the kind that the
// carrier tells. One policy at a time; the inline policies of an entity are not summed.
import type { PolicySite } from '../../discovery/site';
import { quotaOf } from '../../policy/quota';
import { overQuota } from '../overQuota';
import { defineRule } from '../rule';

const longResource = Array.from(
  { length: 230 },
  (_, i) => `"arn:aws:s3:::example-reports-of-department-${i}/*"`,
);

export default defineRule({
  id: 'policy-size-exceeds-identity-policy-quota',
  group: 'quotas',
  category: 'warning',
  on: 'policy',
  appliesTo: ['identity', 'boundary'],
  accessAnalyzer: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
  summary: 'An identity-based policy is longer than IAM takes.',
  why:
    'IAM refuses policies above its quotas, which cannot be raised: 6,144 characters for a managed policy, and 2,048, ' +
    '5,120 or 10,240 for all inline policies of a user, a group or a role. White space does not count. Where the ' +
    'kind is not known, the greatest of these holds.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": [${longResource.join(', ')}]
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example-reports-of-department-*/*" }
  ]
}`,
    },
  ],

  *check(subject) {
    const { site } = subject;
    const report = isStored(site) ? undefined : overQuota(subject, quotaOf(site));
    if (report) yield { ...report, category: site.storage === undefined ? 'warning' : 'error' };
  },
});

/** Whether IAM has the policy already: AWS's own may be longer than the quotas of its customers. */
function isStored(site: PolicySite): boolean {
  if (site.carrier === 'account-authorization-details') return true;
  return site.carrier === 'aws-cli' && site.storage === 'managed' && site.name === undefined;
}
