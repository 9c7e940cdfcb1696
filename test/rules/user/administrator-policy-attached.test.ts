import rule from '../../../server/src/rules/user/administrator-policy-attached';
import { ruleSpec } from '../../support/ruleSpec';

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const role = (
  service: string,
  policies: string,
) => `{ "Resources": { "App": { "Type": "AWS::IAM::Role", "Properties": {
  "AssumeRolePolicyDocument": {
    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Principal": { "Service": "${service}" }, "Action": "sts:AssumeRole" }]
  },
  "ManagedPolicyArns": [${policies}]
} } } }`;
const roleInTerraform = (service: string) => `resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "${service}" }, Action = "sts:AssumeRole" }]
  })
}
`;

ruleSpec(rule, {
  clean: {
    'a role that no program runs with': role('cloudformation.amazonaws.com', `"${admin}"`),
    'another policy': role('ec2.amazonaws.com', '"arn:aws:iam::aws:policy/ReadOnlyAccess"'),
    'a policy of the same name': role(
      'ec2.amazonaws.com',
      '"arn:aws:iam::123456789012:policy/AdministratorAccess"',
    ),
    'a group of administrators': `{ "Resources": { "Admins": { "Type": "AWS::IAM::Group", "Properties": { "ManagedPolicyArns": ["${admin}"] } } } }`,
    'a role of another configuration': {
      language: 'terraform',
      text: `${roleInTerraform('ec2.amazonaws.com')}
resource "aws_iam_role_policy_attachment" "other" {
  role       = aws_iam_role.other.name
  policy_arn = "${admin}"
}
`,
    },
  },
  flagged: {
    'a policy that gives any other': {
      text: `{ "Resources": { "U": { "Type": "AWS::IAM::User", "Properties": {
    "ManagedPolicyArns": ["arn:aws:iam::aws:policy/IAMFullAccess"]
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ administrator-policy-attached
} } } }`,
      messages: [
        'IAMFullAccess lets a user give itself every permission in the account, and so everyone who gets hold of the credentials. Attach what the task needs.',
      ],
    },
    'a role that programs run with': {
      text: role(
        'ec2.amazonaws.com',
        `
    "${admin}"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ administrator-policy-attached
  `,
      ),
      messages: [
        'AdministratorAccess makes a role that programs run with administrator of the account, and so everyone who gets hold of the credentials. Attach what the task needs.',
      ],
    },
    'in any partition': role(
      'lambda.amazonaws.com',
      `
    { "Fn::Sub": "arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess" }
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ administrator-policy-attached
  `,
    ),
    'a function of SAM': {
      language: 'yaml',
      text: `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Policies: AdministratorAccess
#               ^^^^^^^^^^^^^^^^^^^ administrator-policy-attached
  P:
    Type: AWS::IAM::User
`,
    },
    'attached in Terraform': {
      language: 'terraform',
      text: `${roleInTerraform('ecs-tasks.amazonaws.com')}
resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ administrator-policy-attached
}

resource "aws_iam_user_policy_attachment" "admin" {
  user       = "deploy"
  policy_arn = "${admin}"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ administrator-policy-attached
}
`,
    },
  },
});
