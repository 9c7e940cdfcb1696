// A permissions boundary that lets those within it take boundaries off.
import { globMatches } from '../../base/glob';
import { coversAction } from '../../policy/lockout';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

const removals = ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'] as const;

export default defineRule({
  id: 'boundary-can-be-removed',
  group: 'organizations',
  category: 'security',
  on: 'policy',
  appliesTo: ['boundary'],
  summary: 'A permissions boundary allows to remove permissions boundaries.',
  why: 'Whoever is held by the boundary and has permissions on IAM can take it off, from themselves or from a role that they then assume. A boundary denies these actions, or allows them with conditions only.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  examples: [
    {
      type: 'boundary',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": ["iam:*", "s3:*"], "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["iam:*", "s3:*"], "Resource": "*" },
    { "Effect": "Deny", "Action": "iam:Delete*PermissionsBoundary", "Resource": "*" }
  ]
}`,
    },
  ],

  *check({ policy: { isPartial, statements } }) {
    if (isPartial) return;
    for (const action of removals) {
      if (statements.some((each) => each.isPartial || (each.denies && coversAction(each, action)))) continue;
      const span = statements.map((each) => allowing(each, action)).find((each) => each !== undefined);
      if (!span) continue;
      yield {
        span,
        message: `Who is held by this boundary may do ${action}, and so get rid of it. Add a Deny of iam:Delete*PermissionsBoundary.`,
      };
      return;
    }
  },
});

/** The pattern that gives the action on all resources, without a condition. */
function allowing({ allows, condition, actions, resources }: Statement, action: string) {
  const isOnAll = resources.some(
    ({ negated, patterns }) => !negated && patterns.some(({ value }) => value === '*'),
  );
  if (!allows || condition || !isOnAll) return undefined;
  return actions
    .filter(({ negated }) => !negated)
    .flatMap(({ patterns }) => patterns)
    .find(({ value }) => globMatches(value, action, true))?.span;
}
