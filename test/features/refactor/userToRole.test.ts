// A role in place of the access key of a user: whole texts before and after, in each syntax.
import { describe, expect, it } from 'vitest';
import { roleVariants, titleOf } from '../../../server/src/features/refactor/roleVariants';
import { foundIn, refactored, titles } from '../../support/refactor';

const yaml = { language: 'yaml' } as const;
const terraform = { language: 'terraform' } as const;
const all = roleVariants(() => undefined).map((variant) => `${titleOf(variant)} (access: unknown)`);
const lambda = 'Replace the access key by a role for Lambda functions (access: unknown)';

const template = `Resources:
  Deploy:
    Type: AWS::IAM::User
    Properties:
      UserName: de$0ploy
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/ReadOnlyAccess
  DeployKey:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Deploy
  Reports:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reports
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::reports/*
      Users:
        - !Ref Deploy
Outputs:
  Secret:
    Value: !GetAtt DeployKey.SecretAccessKey
  Name:
    Value: !Ref Deploy
`;

describe('in a template', () => {
  it('moves the policies, and removes the key with what gives it away', () => {
    const after = refactored(template, lambda, yaml);
    expect(after).toBe(`Resources:
  DeployRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/ReadOnlyAccess
  Deploy:
    Type: AWS::IAM::User
    Properties:
      UserName: deploy
  Reports:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reports
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::reports/*
      Roles:
        - Ref: DeployRole
Outputs:
  Name:
    Value: !Ref Deploy
`);
    expect(foundIn(template, yaml)).toEqual(
      expect.arrayContaining(['access-key-resource', 'user-attached-policy', 'user-inline-policy']),
    );
  });

  it.each(all)('%s: only the user is left to be found', (title) => {
    expect(foundIn(refactored(template, title, yaml), yaml)).toEqual(['user-resource']);
  });

  it('is offered at the key too, and only for users with keys', () => {
    const atKey = template.replace('$0', '').replace('DeployKey:', 'Deploy$0Key:');
    expect(titles(atKey, yaml)).toEqual(all);
    expect(titles(template.replace('AWS::IAM::AccessKey', 'AWS::IAM::Group'), yaml)).toEqual([]);
  });

  it('takes out what stands side by side', () => {
    const policies = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], Policies: [] };
    const output = (attribute: string) => ({ Value: { 'Fn::GetAtt': ['Key', attribute] } });
    const json = {
      Resources: {
        Deploy: { Type: 'AWS::IAM::User', Properties: policies },
        Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'Deploy' } } },
        Other: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'Deploy' } } },
      },
      Outputs: { Id: { Value: { Ref: 'Key' } }, Secret: output('SecretAccessKey'), Rest: { Value: '1' } },
    };
    const text = JSON.stringify(json, null, 2).replace('"AWS::IAM::User"', '"AWS::IAM::$0User"');
    expect(JSON.parse(refactored(text, lambda))).toMatchObject({
      Resources: { Deploy: { Type: 'AWS::IAM::User', Properties: {} }, DeployRole: {} },
      Outputs: { Rest: { Value: '1' } },
    });
    expect(foundIn(refactored(text, lambda))).toEqual(['user-resource']);
  });

  it('stays where something beside the outputs needs the key, or a policy the name of the user', () => {
    const used = template.replace('UserName: de$0ploy', 'UserName: !Sub "${DeployKey}de$0ploy"');
    expect(titles(used, yaml)).toEqual([]);
    expect(titles(template.replace('reports/*', 'reports/${aws:username}/*'), yaml)).toEqual([]);
  });
});

const configuration = `resource "aws_iam_user" "deploy" {
  name = "de$0ploy"
}

resource "aws_iam_access_key" "deploy" {
  user = aws_iam_user.deploy.name
}

resource "aws_iam_user_policy" "reports" {
  user = aws_iam_user.deploy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::reports/*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "read" {
  user       = aws_iam_user.deploy.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

output "secret" {
  value     = aws_iam_access_key.deploy.secret
  sensitive = true
}
`;

describe('in a Terraform configuration', () => {
  it('moves the policies, and removes the key with what gives it away', () => {
    const github = 'Replace the access key by a role for GitHub Actions (access: unknown)';
    expect(refactored(configuration, github, terraform)).toBe(`resource "aws_iam_user" "deploy" {
  name = "deploy"
}

data "aws_iam_policy_document" "deploy_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::\${split(":", aws_iam_user.deploy.arn)[4]}:oidc-provider/token.actions.githubusercontent.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:OWNER/REPOSITORY:ref:refs/heads/main"]
    }
  }
}

resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = data.aws_iam_policy_document.deploy_trust.json
}

resource "aws_iam_role_policy" "reports" {
  role = aws_iam_role.deploy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "arn:aws:s3:::reports/*"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "read" {
  role       = aws_iam_role.deploy.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
`);
    expect(foundIn(configuration, terraform)).toEqual(
      expect.arrayContaining(['access-key-resource', 'user-attached-policy', 'user-inline-policy']),
    );
  });

  it.each(all)('%s: only the user is left to be found', (title) => {
    expect(foundIn(refactored(configuration, title, terraform), terraform)).toEqual(['user-resource']);
  });

  it('stays where something beside the outputs needs the key', () => {
    const used = `${configuration}\nlocals {\n  id = aws_iam_access_key.deploy.id\n}\n`;
    expect(titles(used, terraform)).toEqual([]);
  });
});
