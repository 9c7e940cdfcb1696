import { describe, expect, it } from 'vitest';
import rule from '../../../server/src/rules/privesc/privilege-escalation';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { findingsIn, ruleSpec } from '../../support/ruleSpec';

const lambda = '"lambda:CreateFunction", "lambda:InvokeFunction"';

ruleSpec(rule, {
  clean: {
    'reading one bucket': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'a role that somebody named': inPolicy(
      `    { "Effect": "Allow", "Action": ["iam:PassRole", ${lambda}], "Resource": ["arn:aws:iam::123456789012:role/worker", "arn:aws:lambda:*:*:*"] }`,
    ),
    'roles of one path': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "arn:aws:iam::123456789012:role/apps/*" }`,
    ),
    'keys and passwords of one’s own': inPolicy(
      `    { "Effect": "Allow", "Action": ["iam:*AccessKey*", "iam:*LoginProfile"], "Resource": "arn:aws:iam::*:user/\${aws:username}" }`,
    ),
    'one document, which runs none of one’s own commands': inPolicy(
      `    { "Effect": "Allow", "Action": "ssm:SendCommand", "Resource": ["arn:aws:ssm:*:*:document/AWSEC2-CreateVssSnapshot", "arn:aws:ec2:*:*:instance/*"] }`,
    ),
    'all actions but those of IAM, which another rule tells': inPolicy(
      `    { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }`,
    ),
    'an administrator, who has it all': inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" },
    { "Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "*" }`),
    'a boundary': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "Resource": "*" }`),
      type: 'boundary',
    },
    'an SCP': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "Resource": "*" }`),
      type: 'scp',
    },
    'a service that nothing else is allowed for':
      inPolicy(`    { "Effect": "Allow", "Action": [${lambda}], "Resource": "*" },
    {
      "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
      "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }
    }`),
    'a Deny of all other services':
      inPolicy(`    { "Effect": "Allow", "Action": ["iam:PassRole", ${lambda}], "Resource": "*" },
    {
      "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*",
      "Condition": { "StringNotEquals": { "iam:PassedToService": ["ec2.amazonaws.com"] } }
    }`),
    'a role of the Serverless Framework with a boundary': {
      language: 'yaml',
      file: 'serverless.yml',
      text: `service: s
provider:
  name: aws
  iam:
    role:
      permissionsBoundary: \${self:custom.edge}
      statements:
        - { Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*" }
`,
    },
    'a role of SAM with a boundary': {
      language: 'yaml',
      text: `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { PermissionsBoundary: !Ref Edge } }
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Version: "2012-10-17"
          Statement: [{ Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*" }]
`,
    },
    'what a Deny of unknown resources may take away': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "*" },
    { "Effect": "Deny", "Action": "iam:Put*", "Resource": { "Ref": "Protected" } }`),
    ),
    'a Deny of all boundaries but one':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:Put*PermissionsBoundary", "Resource": "*" },
    {
      "Effect": "Deny", "Action": ["iam:CreateRole", "iam:Put*"], "Resource": "*",
      "Condition": { "StringNotLike": { "iam:PermissionsBoundary": "arn:aws:iam::*:policy/edge" } }
    }`),
    'a Deny of all policies but one':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "*" },
    {
      "Effect": "Deny", "Action": "iam:AttachRolePolicy", "Resource": "*",
      "Condition": { "ArnNotEquals": { "iam:PolicyARN": "arn:aws:iam::123456789012:policy/edge" } }
    }`),
    'all but one’s own':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:CreateAccessKey", "Resource": "*" },
    { "Effect": "Deny", "Action": "iam:*", "NotResource": "arn:aws:iam::*:user/\${aws:username}" }`),
    'a boundary that stands elsewhere': inTemplate(
      'AWS::IAM::Role',
      'Policies',
      `[{ "PolicyName": "p", "PolicyDocument": ${inPolicy(`    { "Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "*" }`)} }]`,
      '"PermissionsBoundary": "arn:aws:iam::123456789012:policy/edge", ',
    ),
    'a Terraform role with a boundary': {
      language: 'terraform',
      text: `resource "aws_iam_role" "ci" {
  permissions_boundary = var.edge
}
resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PutRolePolicy", Resource = "*" }]
  })
}
`,
    },
    'two roles of a template': `{
  "Resources": {
    "One": { "Type": "AWS::IAM::RolePolicy", "Properties": { "RoleName": "one", "PolicyDocument": {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }]
    } } },
    "Two": { "Type": "AWS::IAM::RolePolicy", "Properties": { "RoleName": "two", "PolicyDocument": {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "glue:*", "Resource": "arn:aws:glue:*:*:job/nightly" }]
    } } }
  }
}`,
    'a boundary of the same template': {
      language: 'yaml',
      text: `Resources:
  Edge:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }]
  Role:
    Type: AWS::IAM::Role
    Properties:
      PermissionsBoundary: !Ref Edge
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: "2012-10-17"
            Statement: [{ Effect: Allow, Action: "iam:*", Resource: "*" }]
`,
    },
    'a hole in the action': {
      language: 'terraform',
      text: inTerraform('      Action = "iam:Put${var.what}"\n      Resource = "*"'),
    },
  },
  flagged: {
    'the plainest of many ways': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["s3:*", "iam:*"], "Resource": "*" }
    #                                       ^^^^^^^ privilege-escalation`),
      messages: [
        'With iam:CreatePolicyVersion one can rewrite the policies that one has, and so become administrator (there are 11 other ways). Name the policies in Resource, and leave out those of the principal itself.',
      ],
    },
    'a role for code of one’s own': {
      text: inPolicy(`    { "Effect": "Allow", "Action": [${lambda}], "Resource": "arn:aws:lambda:*:*:function:ci-*" },
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/*" }
    #                              ^^^^^^^^^^^^^^ privilege-escalation`),
      messages: [
        'With iam:PassRole, lambda:CreateFunction and lambda:InvokeFunction one can create and run a Lambda function with the permissions of any role that trusts lambda.amazonaws.com, those of administrators included. Name the roles in the Resource of iam:PassRole.',
      ],
    },
    'roles of one service': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "glue:*", "Resource": "*" },
    {
      "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*",
      #                            ^^^^^^^^^^^^^^ privilege-escalation
      "Condition": { "StringLike": { "iam:PassedToService": "glue.*" } }
    }`),
    },
    'a Deny of another service':
      inPolicy(`    { "Effect": "Allow", "Action": ["iam:PassRole", ${lambda}], "Resource": "*" },
    #                               ^^^^^^^^^^^^^^ privilege-escalation
    {
      "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*",
      "Condition": { "StringLike": { "iam:PassedToService": "ec2.*" } }
    }`),
    'a role of the Serverless Framework': {
      language: 'yaml',
      file: 'serverless.yml',
      text: `service: s
provider:
  name: aws
  iam:
    role:
      statements:
        - { Effect: Allow, Action: "iam:PutRolePolicy", Resource: "*" }
        #                          ^^^^^^^^^^^^^^^^^^^ privilege-escalation
`,
    },
    'all but some actions': inPolicy(`    { "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }
    #                    ^^^^^^^^^^^ privilege-escalation`),
    'one’s own user': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "arn:aws:iam::*:user/\${aws:username}" }
    #                              ^^^^^^^^^^^^^^^^^^^ privilege-escalation`),
    },
    'one’s own role': `{
  "RoleName": "deploy",
  "PolicyName": "deploy",
  "PolicyDocument": {
    "Version": "2012-10-17",
    "Statement": [
      { "Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "arn:aws:iam::123456789012:role/ci/deploy" }
      #                              ^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation
    ]
  }
}`,
    'every function that is there': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "lambda:*", "Resource": "*" }
    #                              ^^^^^^^^^^ privilege-escalation`),
      messages: [
        'With lambda:UpdateFunctionCode one can change the code of every Lambda function, and act with its role, where that may do more (there is another way). Name the functions in Resource.',
      ],
    },
    'every instance, by a document that runs what it is given': inPolicy(
      `    { "Effect": "Allow", "Action": "ssm:SendCommand", "Resource": "arn:aws:ec2:*:*:instance/*" },
    #                              ^^^^^^^^^^^^^^^^^ privilege-escalation
    { "Effect": "Allow", "Action": "ssm:SendCommand", "Resource": "arn:aws:ssm:*::document/AWS-RunShellScript" }`,
    ),
    'every role that trusts the account':
      inPolicy(`    { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^ privilege-escalation`),
    'two policies of one role': {
      text: `{
  "Resources": {
    "One": { "Type": "AWS::IAM::RolePolicy", "Properties": { "RoleName": "ci", "PolicyDocument": {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }]
      #                                            ^^^^^^^^^^^^^^ privilege-escalation
    } } },
    "Two": { "Type": "AWS::IAM::RolePolicy", "Properties": { "RoleName": "ci", "PolicyDocument": {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*" }]
    } } }
  }
}`,
      messages: [
        'With iam:PassRole and ec2:RunInstances the role ci can start an EC2 instance with the permissions of any role that trusts ec2.amazonaws.com, those of administrators included. Name the roles in the Resource of iam:PassRole.',
      ],
    },
    'what a user and its groups have': `{
  "UserDetailList": [
    { "UserName": "anna", "GroupList": ["builders"], "AttachedManagedPolicies": [
      { "PolicyName": "pass", "PolicyArn": "arn:aws:iam::123456789012:policy/pass" }
    ] }
  ],
  "GroupDetailList": [
    { "GroupName": "builders", "GroupPolicyList": [{ "PolicyName": "build", "PolicyDocument": {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": ["codebuild:CreateProject", "codebuild:StartBuild"], "Resource": "*" }]
      #                                                                        ^^^^^^^^^^^^^^^^^^^^^^ privilege-escalation
    } }] }
  ],
  "RoleDetailList": [],
  "Policies": [
    { "PolicyName": "pass", "PolicyVersionList": [{ "VersionId": "v1", "IsDefaultVersion": true, "Document": {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }]
      #                                            ^^^^^^^^^^^^^^ privilege-escalation
    } }] }
  ]
}`,
    'the accounts of a template': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": "iam:AddUserToGroup", "Resource": "arn:aws:iam::123456789012:group/*" },
    #                              ^^^^^^^^^^^^^^^^^^^^ privilege-escalation
    { "Effect": "Deny", "Action": "iam:*", "Resource": "arn:aws:iam::123456789012:role/admin" }`),
    ),
    'what a boundary lets through': {
      language: 'yaml',
      text: `Resources:
  Edge:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: "iam:Put*", Resource: "*" }]
  Role:
    Type: AWS::IAM::Role
    Properties:
      PermissionsBoundary: !Ref Edge
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: "2012-10-17"
            Statement: [{ Effect: Allow, Action: "iam:*", Resource: "*" }]
#                                                ^^^^^^^ privilege-escalation
`,
    },
    'what a Terraform boundary lets through': {
      language: 'terraform',
      text: `resource "aws_iam_policy" "edge" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}
resource "aws_iam_role" "ci" {
  permissions_boundary = aws_iam_policy.edge.arn
}
resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PutRolePolicy", Resource = "*" }]
    #                                         ^^^^^^^^^^^^^^^^^^^ privilege-escalation
  })
}
`,
    },
    'a managed policy and an inline one': {
      language: 'yaml',
      text: `Resources:
  Pass:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: "iam:PassRole", Resource: "*" }]
#                                            ^^^^^^^^^^^^^^ privilege-escalation
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [!Ref Pass]
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: "2012-10-17"
            Statement: [{ Effect: Allow, Action: "ec2:RunInstances", Resource: "*" }]
`,
    },
    'half-typed': {
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "*" },
    #                              ^^^^^^^^^^^^^^^^^^^ privilege-escalation
    { "Effect": "Allow", "Action":`,
    },
    'an account that is known later': {
      language: 'terraform',
      text: inTerraform(`      Action = "iam:PutUserPolicy"
      #        ^^^^^^^^^^^^^^^^^^^ privilege-escalation
      Resource = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:user/*"`),
    },
  },
});

describe('related places', () => {
  it('are the other statements that the way needs', () => {
    const text = inPolicy(`    { "Effect": "Allow", "Action": "glue:Create*", "Resource": "*" },
    { "Effect": "Allow", "Action": ["glue:Get*", "glue:StartJobRun"], "Resource": "*" },
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" },
    { "Effect": "Deny", "Action": ["glue:CreateDevEndpoint", "glue:CreateTrigger"], "Resource": "*" }`);
    const [found, ...others] = findingsIn(rule, text, text);
    expect(others).toEqual([]);
    expect(found?.related.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual([
      ['"glue:Create*"', 'Here glue:CreateJob is allowed.'],
      ['"glue:StartJobRun"', 'Here glue:StartJobRun is allowed.'],
    ]);
  });

  it('grades what depends on something lower', () => {
    const graded = (action: string) => {
      const text = inPolicy(`    { "Effect": "Allow", "Action": "${action}", "Resource": "*" }`);
      return findingsIn(rule, text, text).map(({ category }) => category);
    };
    expect(graded('iam:PutUserPolicy')).toEqual(['security']);
    expect(graded('iam:DeleteRolePermissionsBoundary')).toEqual(['warning']);
    expect(graded('iam:PutUserPermissionsBoundary')).toEqual(['warning']);
    expect(graded('sts:AssumeRole')).toEqual(['warning']);
    expect(graded('lambda:UpdateFunctionCode')).toEqual(['suggestion']);
  });
});
