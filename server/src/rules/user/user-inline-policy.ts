// A policy that is written into one user, instead of onto a role or a group.
import { defineRule } from '../rule';
import { attachedUsers } from '../users';

export default defineRule({
  id: 'user-inline-policy',
  group: 'user',
  category: 'security',
  on: 'policy',
  appliesTo: ['identity'],
  summary: 'An inline policy gives permissions to a single user.',
  why:
    'Users hold long-term credentials, and permissions on single users are hard to review. ' +
    'People get permissions through groups or IAM Identity Center, workloads through roles with temporary credentials. ' +
    'Security Hub reports it as IAM.2.',
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

  when: ({ site }) => site.storage === 'inline',

  *check({ site, policy }) {
    if (!policy.statements.some((statement) => statement.allows)) return;
    const users = attachedUsers(site.attachedTo);
    if (!users) return;
    yield {
      span: site.because.span,
      message: `This inline policy gives permissions to ${users.text}. Put them on a group for people, or on a role for a workload.`,
      related: users.related,
    };
  },
});
