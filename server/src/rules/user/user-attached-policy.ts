// A managed policy that is attached to one user. Inline policies are user-inline-policy's business.
import type { Span } from '../../base/span';
import type { Attachment, Entity } from '../../discovery/site';
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

  when: ({ entities, policies }) =>
    entities.length > 0 || policies.some(({ site }) => site.storage === 'managed'),

  *check({ entities, policies }) {
    for (const entity of entities) if (entity.kind === 'user') yield* ofUser(entity);
    const told = new Set(entities.flatMap((entity) => entity.managedPolicies.map(({ span }) => span.start)));
    for (const { site } of policies) {
      if (site.storage !== 'managed') continue;
      yield* ofPolicy(
        site.because.span,
        site.attachedTo.filter(({ span }) => !told.has(span.start)),
      );
    }
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

/** The users that the policy itself names; those that name the policy are reported where they do. */
function* ofPolicy(span: Span, attachedTo: readonly Attachment[]): Iterable<Report> {
  const users = attachedUsers(attachedTo);
  if (!users) return;
  yield {
    span,
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
