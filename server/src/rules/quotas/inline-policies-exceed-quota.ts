// The inline policies of one user, group or role that are too long together. One that is too long alone is another rule's.
import type { FoundPolicy } from '../../analysis';
import { headOf } from '../../policy/presence';
import { sizeOf } from '../../policy/size';
import { grouped } from '../overQuota';
import { defineRule } from '../rule';

const buckets = (department: string) =>
  Array.from(
    { length: 20 },
    (_, i) => `"arn:aws:s3:::example-reports-of-${department}-department-${i}/*"`,
  ).join(', ');

const template = (one: string, other: string) => `{
  "Resources": {
    "Anna": {
      "Type": "AWS::IAM::User",
      "Properties": {
        "Policies": [
          {
            "PolicyName": "read",
            "PolicyDocument": {
              "Version": "2012-10-17",
              "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": [${one}] }]
            }
          },
          {
            "PolicyName": "write",
            "PolicyDocument": {
              "Version": "2012-10-17",
              "Statement": [{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": [${other}] }]
            }
          }
        ]
      }
    }
  }
}`;

export default defineRule({
  id: 'inline-policies-exceed-quota',
  group: 'quotas',
  category: 'error',
  on: 'document',
  summary: 'The inline policies of a user, group or role are too long together.',
  why:
    'IAM counts the inline policies of an entity together: 2,048 characters for a user, 5,120 for a group, 10,240 for a ' +
    'role, white space not counted. It refuses the one that goes above.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  examples: [
    {
      bad: template(buckets('one'), buckets('two')),
      good: template('"arn:aws:s3:::example-reports-*/*"', '"arn:aws:s3:::example-reports-*/*"'),
    },
  ],

  when: ({ policies }) => policies.length > 1,

  *check({ policies }) {
    for (const group of byOwner(policies)) {
      let total = 0;
      for (const found of group) {
        const { size, quota } = sizeOf(found);
        if (!quota || size > quota.limit) break;
        const before = total;
        total += size;
        if (total <= quota.limit || before > quota.limit) continue;
        yield {
          span: headOf(found.policy.node),
          message:
            `With this policy the inline policies of ${nameOf(found)} have ${grouped(total)} characters; ` +
            `${quota.what} may have ${grouped(quota.limit)}. Use a managed policy, or shorten them.`,
        };
      }
    }
  },
});

/** Inline policies of one entity, of those that have several in the document. */
function byOwner(policies: readonly FoundPolicy[]): readonly (readonly FoundPolicy[])[] {
  const groups = new Map<string, FoundPolicy[]>();
  for (const found of policies) {
    const { type, storage, attachedTo, isOptional } = found.site;
    if (type !== 'identity' || storage !== 'inline' || isOptional) continue;
    for (const { kind, name, within } of attachedTo) {
      if (kind === 'resource' || name === undefined) continue;
      const key = `${kind} ${within ?? ''} ${name}`;
      groups.set(key, [...(groups.get(key) ?? []), found]);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function nameOf({ site }: FoundPolicy): string {
  const [owner] = site.attachedTo;
  return owner?.name === undefined ? 'this entity' : `the ${owner.kind} ${owner.name}`;
}
