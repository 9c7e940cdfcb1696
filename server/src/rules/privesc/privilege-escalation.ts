// Permissions by which a principal can give itself others that nobody gave it.
import { type Certainty, type OpenWay, openWays } from '../../analysis/escalations';
import type { Permission } from '../../policy/permissions';
import { listOf } from '../onAllResources';
import { type Category, defineRule, type Related } from '../rule';

export default defineRule({
  id: 'privilege-escalation',
  group: 'privesc',
  category: 'security',
  on: 'document',
  summary: 'The policies of one principal let it gain permissions that they do not give.',
  why:
    'Who may change policies, make credentials of others, or give a role to code of one’s own, can do whatever those may ' +
    'do, and is an administrator in all but name. All policies that a document, or the files of a Terraform module, ' +
    'attach to one user, group or role are taken together; what they deny and what the permissions boundary leaves out is taken off, and an Allow with a ' +
    'condition does not count. Ways that depend on what is there, such as a function with a stronger role, are suggestions.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"], "Resource": "*" },
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"], "Resource": "*" },
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/worker" }
  ]
}`,
    },
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "iam:PutUserPolicy",
      "Resource": "*",
      "Condition": {
        "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/developers" }
      }
    }
  ]
}`,
    },
  ],

  *check(analysis) {
    for (const way of openWays(analysis)) {
      if (isOneOfMany(way)) continue;
      yield {
        span: way.permissions[0].span,
        message: messageOf(way),
        related: relatedTo(way),
        category: categories[way.certainty],
      };
    }
  },
});

/** What opens a way only where something is there says little of an Allow of all actions but some, which is told anyway. */
function isOneOfMany({ certainty, permissions: [{ statement }] }: OpenWay): boolean {
  return /^(?:state|target)$/.test(certainty) && statement.actions.some(({ negated }) => negated);
}

const categories = {
  certain: 'security',
  'some-roles': 'suggestion',
  state: 'warning',
  target: 'suggestion',
} as const satisfies Record<Certainty, Category>;

function messageOf(way: OpenWay): string {
  const { path, others } = way;
  const more =
    others === 0 ? '' : others === 1 ? ' (there is another way)' : ` (there are ${others} other ways)`;
  return `With ${listOf(path.needs)} ${whoOf(way)} can ${path.does}${outcomeOf(way)}${more}. ${path.remedy}`;
}

function outcomeOf({ path, certainty }: OpenWay): string {
  switch (path.kind) {
    case 'self':
    case 'principal':
      return ', and so become administrator';
    case 'pass-role':
      return certainty === 'certain' ? ', those of administrators included' : '';
    case 'loosen':
      return ', which may give more permissions';
    case 'target':
      return certainty === 'state'
        ? ', which may give more permissions'
        : ', and act with its role, where that may do more';
  }
}

/** Who it is matters where several policies make the way together. */
function whoOf({ holder: { kind, name }, permissions }: OpenWay): string {
  const isShared = new Set(permissions.map(({ statement }) => statement)).size > 1;
  return isShared && kind !== undefined && name !== undefined ? `the ${kind} ${name}` : 'one';
}

/** The other statements that the way needs, each at the first action that it adds. */
function relatedTo({ path, permissions: [main, ...others], homes }: OpenWay): readonly Related[] {
  const seen = new Set([main.statement]);
  const here = homes?.get(main.statement);
  return others.flatMap((permission: Permission, i): readonly Related[] => {
    if (seen.has(permission.statement)) return [];
    seen.add(permission.statement);
    const document = homes?.get(permission.statement);
    const message = `Here ${path.needs[i + 1]} is allowed.`;
    return [{ span: permission.span, message, ...(document && document !== here && { document }) }];
  });
}
