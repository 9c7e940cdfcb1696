import rule from '../../../server/src/rules/organizations/boundary-can-be-removed';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const boundary = (statements: string) => ({ text: inPolicy(statements), type: 'boundary' as const });
const all = `{ "Effect": "Allow", "Action": "*", "Resource": "*" }`;

ruleSpec(rule, {
  clean: {
    'a Deny': boundary(`    ${all}, { "Effect": "Deny", "Action": "iam:Delete*Boundary", "Resource": "*" }`),
    'all but IAM': boundary(`    { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }`),
    'with a condition': boundary(
      `    { "Effect": "Allow", "Action": "iam:*", "Resource": "*", "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/b" } } }`,
    ),
    'other roles': boundary(
      `    { "Effect": "Allow", "Action": "iam:*", "Resource": "arn:aws:iam::123456789012:role/app-*" }`,
    ),
    'a policy of an identity': inPolicy(`    ${all}`),
  },
  flagged: {
    'all actions': {
      ...boundary(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }
    #                              ^^^ boundary-can-be-removed`),
      messages: [
        'Who is held by this boundary may do iam:DeleteRolePermissionsBoundary, and so get rid of it. Add a Deny of iam:Delete*PermissionsBoundary.',
      ],
    },
    'of users alone': boundary(`    { "Effect": "Allow", "Action": "iam:DeleteUser*", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^^ boundary-can-be-removed`),
  },
});
