// The ways that lead through IAM and STS themselves: permissions for oneself, credentials of others.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
import { type EscalationPath, type PathKind, pathPage } from './path';

const API = 'https://docs.aws.amazon.com/IAM/latest/APIReference';

const policies = 'Name the policies in Resource, and leave out those of the principal itself.';
const boundary = 'Name whom it is for in Resource, or demand iam:PermissionsBoundary in a condition.';
const attaching = 'Name the policies in a condition on iam:PolicyARN, or demand iam:PermissionsBoundary.';
const users = 'Limit Resource to the own user: user/${aws:username}.';
const roles = 'Name the roles in Resource.';
const rebounding = 'Name the boundary in a condition on iam:PermissionsBoundary.';
const groups = 'Name the groups in Resource.';
const attachingToGroups = 'Name the groups in Resource, or the policies in a condition on iam:PolicyARN.';

export const identityPaths: readonly EscalationPath[] = [
  path('iam-001', 'self', ['iam:CreatePolicyVersion'], 'rewrite the policies that one has', policies),
  path('iam-009', 'self', ['iam:AttachRolePolicy'], 'attach any policy to one’s own role', attaching),
  path('iam-008', 'self', ['iam:AttachUserPolicy'], 'attach any policy to one’s own user', attaching),
  path(
    'iam-010',
    'self',
    ['iam:AttachGroupPolicy'],
    'attach any policy to the groups that one is in',
    attachingToGroups,
  ),
  path('iam-005', 'self', ['iam:PutRolePolicy'], 'write any permissions into one’s own role', boundary),
  path('iam-007', 'self', ['iam:PutUserPolicy'], 'write any permissions into one’s own user', boundary),
  path(
    'iam-011',
    'self',
    ['iam:PutGroupPolicy'],
    'write any permissions into the groups that one is in',
    groups,
  ),
  path('iam-013', 'self', ['iam:AddUserToGroup'], 'put oneself into any group', groups),
  path(
    'iam-012',
    'principal',
    ['iam:UpdateAssumeRolePolicy'],
    'let any role trust oneself, and assume it',
    roles,
  ),
  path('iam-002', 'principal', ['iam:CreateAccessKey'], 'make access keys of any other user', users),
  path('iam-004', 'principal', ['iam:CreateLoginProfile'], 'give any user without one a password', users),
  path('iam-006', 'principal', ['iam:UpdateLoginProfile'], 'change the password of any other user', users),
  path(
    'iam-003',
    'principal',
    ['iam:CreateAccessKey', 'iam:DeleteAccessKey'],
    'make access keys of any other user, also of one who has two already',
    users,
  ),
  path(
    'iam-014',
    'principal',
    ['iam:AttachRolePolicy', 'sts:AssumeRole'],
    'attach any policy to a role, and assume it',
    attaching,
  ),
  path(
    'iam-015',
    'principal',
    ['iam:AttachUserPolicy', 'iam:CreateAccessKey'],
    'attach any policy to another user, and make keys of that user',
    attaching,
  ),
  path(
    'iam-016',
    'principal',
    ['iam:CreatePolicyVersion', 'sts:AssumeRole'],
    'rewrite a policy of a role, and assume that role',
    policies,
  ),
  path(
    'iam-017',
    'principal',
    ['iam:PutRolePolicy', 'sts:AssumeRole'],
    'write any permissions into a role, and assume it',
    boundary,
  ),
  path(
    'iam-018',
    'principal',
    ['iam:PutUserPolicy', 'iam:CreateAccessKey'],
    'write any permissions into another user, and make keys of that user',
    boundary,
  ),
  path(
    'iam-019',
    'principal',
    ['iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'],
    'attach any policy to a role, and let the role trust oneself',
    attaching,
  ),
  path(
    'iam-020',
    'principal',
    ['iam:CreatePolicyVersion', 'iam:UpdateAssumeRolePolicy'],
    'rewrite a policy of a role, and let the role trust oneself',
    policies,
  ),
  path(
    'iam-021',
    'principal',
    ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'],
    'write any permissions into a role, and let it trust oneself',
    boundary,
  ),
  // Helps only where something is there to go back to, to get rid of, or that trusts one.
  path(
    'set-default-policy-version',
    'loosen',
    ['iam:SetDefaultPolicyVersion'],
    'put an older version of one’s own policies or permissions boundary back in force',
    policies,
    `${API}/API_SetDefaultPolicyVersion.html`,
  ),
  path(
    'rewrite-permissions-boundary',
    'loosen',
    ['iam:CreatePolicyVersion'],
    'rewrite the policy that is one’s own permissions boundary',
    'Name the policies in Resource, and leave out the boundary.',
    `${API}/API_CreatePolicyVersion.html`,
  ),
  path(
    'delete-role-permissions-boundary',
    'loosen',
    ['iam:DeleteRolePermissionsBoundary'],
    'take the permissions boundary off one’s own role',
    unbounding('roles'),
    `${API}/API_DeleteRolePermissionsBoundary.html`,
  ),
  path(
    'delete-user-permissions-boundary',
    'loosen',
    ['iam:DeleteUserPermissionsBoundary'],
    'take the permissions boundary off one’s own user',
    unbounding('users'),
    `${API}/API_DeleteUserPermissionsBoundary.html`,
  ),
  path(
    'put-role-permissions-boundary',
    'loosen',
    ['iam:PutRolePermissionsBoundary'],
    'give one’s own role a wider permissions boundary',
    rebounding,
    `${API}/API_PutRolePermissionsBoundary.html`,
  ),
  path(
    'put-user-permissions-boundary',
    'loosen',
    ['iam:PutUserPermissionsBoundary'],
    'give one’s own user a wider permissions boundary',
    rebounding,
    `${API}/API_PutUserPermissionsBoundary.html`,
  ),
  path('sts-001', 'target', ['sts:AssumeRole'], 'assume every role that trusts the account', roles),
];

function unbounding(whom: string): string {
  return `Deny it, or name the ${whom} in Resource, and leave out the principal itself.`;
}

function path(
  id: string,
  kind: PathKind,
  needs: EscalationPath['needs'],
  does: string,
  remedy: string,
  source = pathPage(id),
): EscalationPath {
  return { id, kind, needs, passedTo: [], does, remedy, source };
}
