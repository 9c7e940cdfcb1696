// A managed policy that is attached to one user. Inline policies are user-inline-policy's business.
import type { FoundPolicy } from '../../analysis';
import type { Entity } from '../../discovery/site';
import { defineRule, type Report } from '../rule';
import { attachedUsers } from '../users';

export default defineRule({
  id: 'user-attached-policy',
  group: 'user',
  category: 'security',
  on: 'document',
  summary: 'A managed policy is attached to a single user.',
  why:
    'Users hold long-term credentials, and permissions on single users are hard to review. ' +
    'People get permissions through groups or IAM Identity Center, workloads through roles. Security Hub reports it as IAM.2.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2',
  examples: [
    {
      bad: `{
  "Resources": {
    "Anna": {
      "Type": "AWS::IAM::User",
      "Properties": { "ManagedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }
    }
  }
}`,
      good: `{
  "Resources": {
    "Analysts": {
      "Type": "AWS::IAM::Group",
      "Properties": { "ManagedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }
    }
  }
}`,
    },
  ],

  *check({ entities, policies }) {
    for (const entity of entities) if (entity.kind === 'user') yield* ofUser(entity);
    for (const found of policies) if (found.site.storage === 'managed') yield* ofPolicy(found);
  },
});

function* ofUser({ name, span, managedPolicies }: Entity): Iterable<Report> {
  for (const { policy, span: attached } of managedPolicies) {
    const what = policy === undefined ? 'A managed policy' : shortName(policy);
    yield {
      span: attached,
      message: messageOf(what, name === undefined ? 'a user' : `the user ${name}`),
      related: [{ span, message: 'The user that gets the permissions.' }],
    };
  }
}

function* ofPolicy({ site }: FoundPolicy): Iterable<Report> {
  const users = attachedUsers(site.attachedTo);
  if (!users) return;
  yield {
    span: site.because.span,
    message: messageOf('This managed policy', users.text),
    related: users.related,
  };
}

function messageOf(what: string, users: string): string {
  return `${what} is attached to ${users}. Attach it to a group for people, or to a role for a workload.`;
}

/** `arn:aws:iam::aws:policy/job-function/Billing` → `Billing` */
function shortName(policy: string): string {
  return policy.split('/').at(-1) ?? policy;
}
