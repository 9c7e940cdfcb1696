// Ways out of one’s own permissions boundary: taking it off, replacing it, rewriting its policy.
import rule from '../../../server/src/rules/privesc/privilege-escalation';
import { inPolicy } from '../../support/policies';
import { type DescribedText, ruleSpec } from '../../support/ruleSpec';

/** A role with one policy and a boundary, both of one statement or more; lines of drawing stay where they are. */
function bounded(edge: string, own: string, name = 'edge'): DescribedText {
  return {
    language: 'yaml',
    text: `Resources:
  Edge:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: ${name}
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
${edge}
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: deploy
      PermissionsBoundary: !Ref Edge
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${own}
`,
  };
}

const within = (actions: string) => `          - { Effect: Allow, Action: [${actions}], Resource: "*" }`;
const allow = (action: string, resource: string) =>
  `              - { Effect: Allow, Action: "${action}", Resource: ${resource} }`;

const edge = '"arn:aws:iam::123456789012:policy/edge"';
const deploy = '"arn:aws:iam::123456789012:role/deploy"';
const editing = within('"s3:*", "iam:*PolicyVersion"');

ruleSpec(rule, {
  clean: {
    'a boundary that somebody named': inPolicy(`    {
      "Effect": "Allow", "Action": ["iam:PutUserPermissionsBoundary", "iam:CreateUser"], "Resource": "*",
      "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/edge" } }
    }`),
    'the boundaries of others': bounded(
      within('"iam:*"'),
      allow('iam:PutRolePermissionsBoundary', '"arn:aws:iam::123456789012:role/apps/*"'),
    ),
    'the boundaries of users, for a role': bounded(
      within('"iam:*"'),
      allow('iam:*UserPermissionsBoundary', '"*"'),
    ),
    'all boundaries but one’s own': bounded(
      within('"iam:*"'),
      `${allow('iam:*RolePermissionsBoundary', '"*"')}\n${allow('iam:*Boundary', deploy).replace('Allow', 'Deny')}`,
    ),
    'the boundaries of users but one’s own': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:*UserPermissionsBoundary", "Resource": "*" },
    { "Effect": "Deny", "Action": "iam:*Boundary", "Resource": "arn:aws:iam::*:user/\${aws:username}" }`,
    ),
    'a policy that is no boundary': bounded(
      editing,
      allow('iam:CreatePolicyVersion', '"arn:aws:iam::123456789012:policy/other"'),
    ),
    'a boundary of others': inPolicy(allow('iam:CreatePolicyVersion', edge)),
    'a boundary that does not let itself be rewritten': bounded(
      within('"s3:*"'),
      allow('iam:CreatePolicyVersion', edge),
    ),
    'a boundary that denies it': bounded(
      `${editing}\n          - { Effect: Deny, Action: "iam:*PolicyVersion", Resource: ${edge} }`,
      allow('iam:CreatePolicyVersion', edge),
    ),
    'a policy that denies it': bounded(
      editing,
      `${allow('iam:CreatePolicyVersion', edge)}\n${allow('iam:*', edge).replace('Allow', 'Deny')}`,
    ),
    'an administrator with a boundary that leaves boundaries out': bounded(
      within('"s3:*", "iam:Get*"'),
      allow('*', '"*"'),
    ),
    'an administrator with a boundary that leaves nothing out': bounded(within('"*"'), allow('*', '"*"')),
  },
  flagged: {
    'a boundary that may be rewritten': {
      ...bounded(
        editing,
        `${allow('iam:CreatePolicyVersion', edge)}
#                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation`,
      ),
      messages: [
        'With iam:CreatePolicyVersion one can rewrite the policy that is one’s own permissions boundary, which may give more permissions. Name the policies in Resource, and leave out the boundary.',
      ],
    },
    'a boundary by its logical name': bounded(
      editing,
      `${allow('iam:CreatePolicyVersion', '!Ref Edge')}
#                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation`,
    ),
    'a boundary that had another version': {
      ...bounded(
        editing,
        `${allow('iam:SetDefaultPolicyVersion', edge)}
#                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation`,
      ),
      messages: [
        'With iam:SetDefaultPolicyVersion one can put an older version of one’s own policies or permissions boundary back in force, which may give more permissions. Name the policies in Resource, and leave out those of the principal itself.',
      ],
    },
    'another boundary for oneself': {
      ...bounded(
        within('"iam:Put*"'),
        `${allow('iam:PutRolePermissionsBoundary', deploy)}
#                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation`,
      ),
      messages: [
        'With iam:PutRolePermissionsBoundary one can give one’s own role a wider permissions boundary, which may give more permissions. Name the boundary in a condition on iam:PermissionsBoundary.',
      ],
    },
    'no boundary for oneself': bounded(
      within('"iam:Delete*"'),
      `${allow('iam:DeleteRolePermissionsBoundary', deploy)}
#                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation`,
    ),
    'one’s own user': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PutUserPermissionsBoundary", "Resource": "arn:aws:iam::*:user/\${aws:username}" }
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation`,
    ),
    'an administrator whose boundary may be taken off': bounded(
      within('"s3:*", "iam:Delete*"'),
      `${allow('*', '"*"')}
#                                        ^^^ privilege-escalation`,
    ),
    'an administrator whose boundary denies one thing, and may be rewritten': bounded(
      `${within('"*"')}\n          - { Effect: Deny, Action: "iam:*Boundary", Resource: "*" }`,
      `${allow('*', '"*"')}
#                                        ^^^ privilege-escalation`,
    ),
    'a boundary of a Terraform module': {
      language: 'terraform',
      text: `resource "aws_iam_policy" "edge" {
  name = "edge"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:*Boundary", Resource = "*" }]
  })
}
resource "aws_iam_role" "ci" {
  permissions_boundary = aws_iam_policy.edge.arn
}
resource "aws_iam_role_policy" "ci" {
  role = aws_iam_role.ci.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PutRolePermissionsBoundary", Resource = "*" }]
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation
  })
}
`,
    },
  },
});
