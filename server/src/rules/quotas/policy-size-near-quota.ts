// A policy that is close to its quota, so that it may soon be too long.
import { headOf } from '../../policy/presence';
import { quotaOf } from '../../policy/quota';
import { sizeAtMost, sizeOf } from '../../policy/size';
import { grouped } from '../overQuota';
import { defineRule } from '../rule';

const roles = Array.from({ length: 37 }, (_, i) => `"arn:aws:iam::1111222233${10 + i}:role/reports-reader"`);

export default defineRule({
  id: 'policy-size-near-quota',
  group: 'quotas',
  category: 'suggestion',
  on: 'policy',
  summary: 'A policy has nine tenths of the characters that it may have.',
  why:
    'A policy that is almost full cannot take what is needed next, and the deployment that adds it fails. It is easier ' +
    'to split it before.',
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
    { "Effect": "Allow", "Principal": { "AWS": [${roles.slice(0, 9).join(', ')}] }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  *check({ policy, site }) {
    const quota = quotaOf(site);
    if (!quota || sizeAtMost(site) <= quota.limit * NEAR) return;
    const { size } = sizeOf({ site });
    if (size > quota.limit || size <= quota.limit * NEAR) return;
    yield {
      span: headOf(policy.node),
      message:
        `This policy has ${grouped(size)} of the ${grouped(quota.limit)} characters that ${quota.what} may have. ` +
        'Split it before it is full, or draw statements together with wildcards.',
    };
  },
});

/** The part of its quota from which on a policy is close to it. */
const NEAR = 0.9;
