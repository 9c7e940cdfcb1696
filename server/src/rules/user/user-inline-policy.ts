// A policy that is written into one user, instead of onto a role or a group.
import { defineRule } from '../rule';

export default defineRule({
  id: 'user-inline-policy',
  group: 'user',
  category: 'security',
  on: 'policy',
  appliesTo: ['identity'],
  summary: 'An inline policy gives permissions to a single user.',
  why:
    'Users hold long-term credentials, and permissions on single users are hard to review. ' +
    'People get permissions through groups or IAM Identity Center, workloads through roles with temporary credentials.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
  examples: [
    {
      bad: `{
  "UserName": "anna",
  "PolicyName": "reports",
  "PolicyDocument": {
    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
  }
}`,
      good: `{
  "GroupName": "analysts",
  "PolicyName": "reports",
  "PolicyDocument": {
    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
  }
}`,
    },
  ],

  *check({ site, policy }) {
    if (site.storage !== 'inline' || !policy.statements.some((statement) => statement.allows)) return;
    for (const user of site.attachedTo) {
      if (user.kind !== 'user') continue;
      const name = user.name === undefined ? 'a user' : `the user ${user.name}`;
      yield {
        span: site.because.span,
        message: `This inline policy gives permissions to ${name}. Put them on a group for people, or on a role for a workload.`,
        related: [{ span: user.span, message: `The user that gets the permissions.` }],
      };
    }
  },
});
