import rule from '../../../server/src/rules/variables/variable-never-present';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A policy that reads the objects of a bucket below what is put there. */
const reading = (folder: string) =>
  inPolicy(
    `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${folder}/*" }`,
  );

/** A template with a policy beside other properties. */
const holding = (type: string, others: string, policy: string) =>
  `{ "Resources": { "Holder": { "Type": "${type}", "Properties": { ${others}"PolicyDocument": ${policy} } } } }`;

const terraform = (blocks: string) => ({ language: 'terraform' as const, text: blocks });

ruleSpec(rule, {
  clean: {
    'a bare policy, and a managed one, which a user may have': reading('${aws:username}'),
    'a managed policy that a role has': holding(
      'AWS::IAM::ManagedPolicy',
      '"Roles": ["analyst"], ',
      reading('${aws:username}'),
    ),
    'a policy of a role and a group': holding(
      'AWS::IAM::Policy',
      '"Roles": ["analyst"], "Groups": ["staff"], ',
      reading('${aws:username}'),
    ),
    'a policy of users that are known later': holding(
      'AWS::IAM::Policy',
      '"Roles": ["analyst"], "Users": { "Ref": "Users" }, ',
      reading('${aws:username}'),
    ),
    'the policy of a user': terraform(`resource "aws_iam_user_policy" "home" {
  user   = "anna"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::home/$\${aws:username}/*" }]
  })
}`),
    'what roles have, and a default': holding(
      'AWS::IAM::RolePolicy',
      '"RoleName": "analyst", "PolicyName": "home", ',
      reading("${aws:userid}/${aws:PrincipalTag/team}/${aws:username, 'shared'}"),
    ),
    'a trust policy: users assume roles': terraform(`resource "aws_iam_role" "analyst" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:RoleSessionName" = "$\${aws:username}" } }
    }]
  })
}`),
    'plain text': holding(
      'AWS::IAM::RolePolicy',
      '"RoleName": "analyst", "PolicyName": "home", ',
      reading('${aws:username}').replace('2012', '2008'),
    ),
    'a policy that a user and a role share': {
      language: 'yaml',
      text: `Resources:
  Anna:
    Type: AWS::IAM::UserPolicy
    Properties:
      UserName: anna
      PolicyDocument: &home
        Version: '2012-10-17'
        Statement: { Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::home/\${aws:username}/*" }
  Analyst:
    Type: AWS::IAM::RolePolicy
    Properties: { RoleName: analyst, PolicyDocument: *home }
`,
    },
    'a document of a role and a user': terraform(`data "aws_iam_policy_document" "home" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::home/&{aws:username}/*"]
  }
}
resource "aws_iam_role_policy" "home" {
  role   = "analyst"
  policy = data.aws_iam_policy_document.home.json
}
resource "aws_iam_user_policy" "home" {
  user   = "anna"
  policy = data.aws_iam_policy_document.home.json
}`),
  },
  flagged: {
    'a policy of a role, once for all variables': {
      language: 'terraform',
      text: `resource "aws_iam_role_policy" "home" {
  role   = aws_iam_role.analyst.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:ListBucket", Resource = "arn:aws:s3:::home", Condition = { StringLike = { "s3:prefix" = "$\${aws:UserName}/*" } } },
      #                                                                                                                         ^^^^^^^^^^^^^^^^ variable-never-present
      { Effect = "Allow", Action = "s3:GetObject", Resource = "\${var.bucket}/$\${aws:username}/*" },
    ]
  })
}`,
      fixed: [],
      messages: [
        'Only users have aws:UserName, and this is the policy of a role, so the variable never has a value. Use a tag, as in aws:PrincipalTag/team, or aws:userid, which ends in the name of the session.',
      ],
    },
    'a document that a role has': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "home" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::home/&{aws:username}/*"]
    #                               ^^^^^^^^^^^^^^^ variable-never-present
  }
}
resource "aws_iam_role_policy" "home" {
  role   = "analyst"
  policy = data.aws_iam_policy_document.home.json
}`,
    },
    'a policy of roles alone': `{
  "Resources": {
    "Home": {
      "Type": "AWS::IAM::Policy",
      "Properties": {
        "PolicyName": "home",
        "Roles": ["analyst", { "Ref": "Other" }],
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": { "Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::home/\${aws:username}/*" }
          #                                                                                    ^^^^^^^^^^^^^^^ variable-never-present
        }
      }
    }
  }
}`,
    'a permission set, of which roles are made': {
      language: 'yaml',
      text: `Resources:
  Analysts:
    Type: AWS::SSO::PermissionSet
    Properties:
      InlinePolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::home/\${aws:username}/*
            #                           ^^^^^^^^^^^^^^^ variable-never-present
`,
    },
  },
});
