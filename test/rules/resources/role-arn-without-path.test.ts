import rule from '../../../server/src/rules/resources/role-arn-without-path';
import { ruleSpec } from '../../support/ruleSpec';

const template = (resource: string, path = '/app/deploy/') => `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      RoleName: deploy
      Path: ${path}
  Other:
    Type: AWS::IAM::Role
  Pass:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: iam:PassRole
            Resource: ${resource}
`;

const clean = (resource: string, path?: string) => ({
  language: 'yaml' as const,
  text: template(resource, path),
});

const module = (arn: string) => `resource "aws_iam_role" "deploy" {
  name = "deploy"
  path = "/app/"
}

resource "aws_iam_role_policy" "pass" {
  role = "builder"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = ${arn}
    }]
  })
}`;

ruleSpec(rule, {
  clean: {
    'the ARN of the role': clean('!GetAtt Deploy.Arn'),
    'the path written out': clean('!Sub arn:aws:iam::${AWS::AccountId}:role/app/deploy/${Deploy}'),
    'a role without a path': clean('!Sub arn:aws:iam::${AWS::AccountId}:role/${Other}'),
    'the root as path': clean('!Sub arn:aws:iam::${AWS::AccountId}:role/${Deploy}', '/'),
    'a path known only later': clean(
      '!Sub arn:aws:iam::${AWS::AccountId}:role/${Deploy}',
      '!Sub "/${AWS::StackName}/"',
    ),
    'a role of that name in an account known only later': clean(
      '!Sub arn:aws:iam::${TargetAccount}:role/${Deploy}',
    ),
    'roles of that name in any account': clean('!Sub arn:aws:iam::*:role/${Deploy}'),
    'a session, whose ARN has no path': clean(
      '!Sub arn:aws:sts::${AWS::AccountId}:assumed-role/${Deploy}/build',
    ),
    'the ARN of the role in Terraform': { language: 'terraform', text: module('aws_iam_role.deploy.arn') },
    'a role of that name in other accounts': {
      language: 'terraform',
      text: module('"arn:aws:iam::${var.target_account_id}:role/${aws_iam_role.deploy.name}"'),
    },
    'a role of that name in the account of another provider': {
      language: 'terraform',
      text: `${module('"arn:aws:iam::${data.aws_caller_identity.target.account_id}:role/${aws_iam_role.deploy.name}"')}

data "aws_caller_identity" "target" {
  provider = aws.target
}`,
    },
    'a role that is there already': {
      language: 'terraform',
      text: module('"arn:aws:iam::111122223333:role/${data.aws_iam_role.deploy.name}"'),
    },
  },
  flagged: {
    'by Fn::Sub': {
      language: 'yaml',
      text: template(`!Sub arn:aws:iam::\${AWS::AccountId}:role/\${Deploy}
#                                                              ^^^^^^^^^ role-arn-without-path`),
      fixed: [template('!Sub arn:aws:iam::${AWS::AccountId}:role/app/deploy/${Deploy}')],
      access: ['unknown'],
      messages: [
        'The role Deploy has the path /app/deploy/, which stands in front of its name in its ARN: without it this one matches nothing. Take the ARN from the role, or write role/app/deploy/.',
      ],
    },
    'by Fn::Join': {
      language: 'yaml',
      text: template(`!Join ["", ["arn:aws:iam::", !Ref AWS::AccountId, ":role/", !Ref Deploy]]
#                                                                                 ^^^^^^^^^^^ role-arn-without-path`),
      fixed: [
        template('!Join ["", ["arn:aws:iam::", !Ref AWS::AccountId, ":role/app/deploy/", !Ref Deploy]]'),
      ],
    },
    'in Terraform': {
      language: 'terraform',
      text: module(`"arn:aws:iam::\${data.aws_caller_identity.current.account_id}:role/\${aws_iam_role.deploy.name}"
#                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ role-arn-without-path`),
      fixed: [
        module(
          '"arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/app/${aws_iam_role.deploy.name}"',
        ),
      ],
    },
    'in an account that a variable names as such': {
      language: 'terraform',
      text: module(`"arn:aws:iam::\${var.account_id}:role/\${aws_iam_role.deploy.name}"
#                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ role-arn-without-path`),
      fixed: [module('"arn:aws:iam::${var.account_id}:role/app/${aws_iam_role.deploy.name}"')],
    },
    'by format': {
      language: 'terraform',
      text: module(`format("arn:aws:iam::111122223333:role/%s", aws_iam_role.deploy.name)
#                                                            ^^^^^^^^^^^^^^^^^^^^^^^^ role-arn-without-path`),
      fixed: [module('format("arn:aws:iam::111122223333:role/app/%s", aws_iam_role.deploy.name)')],
    },
  },
});
