// What a hover says of a user, a group or a role: which credentials it has, and what the document lets it do.
import { describe, expect, it } from 'vitest';
import { hover, hoverOn } from '../support/checkHover';

const template = `Resources:
  Anna:
    Type: AWS::IAM::User
    Properties:
      Groups: [!Ref Readers]
      ManagedPolicyArns: [arn:aws:iam::aws:policy/IAMUserChangePassword, !Ref Extra]
  Readers:
    Type: AWS::IAM::Group
    Properties:
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Action: ["s3:GetObject", "s3:ListBucket"], Resource: "arn:aws:s3:::reports*" }
              - { Effect: Allow, Action: "dynamodb:*", Resource: "*", Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }
              - { Effect: Deny, Action: "dynamodb:DeleteTable", Resource: "*" }
  AppRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }
  Send:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [!Ref AppRole]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn }
          - !Ref More
  Idle:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Ref Trust
`;
const inTemplate = (word: string) => hoverOn(template, word, { language: 'yaml' });

describe('in a template', () => {
  it('covers the logical id', () => {
    const text = template.replace('  Readers:\n', '  Read$0ers:\n# ^^^^^^^\n');
    expect(hover(text, { language: 'yaml' })).toContain('**group `Readers`**');
  });

  it('a group, by service and access level', () => {
    expect(
      inTemplate('Readers:'),
    ).toBe(`**group \`Readers\`** – holds no credentials; its users may do what it may do.

This document lets it do:

- Amazon S3: read, list
- Amazon DynamoDB: every action, on every resource, under conditions

A statement with Deny takes some of it back.

Not counted in: what is attached elsewhere. [IAM identities](https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html)`);
  });

  it('a user, who holds long-term credentials', () => {
    const said = inTemplate('Anna:');
    expect(said).toContain('**user `Anna`** – holds long-term credentials: a password or access keys');
    expect(said).toContain('No policy that this document attaches to it allows anything.');
    expect(said).toContain('Not counted in: what its groups allow, a permissions boundary,');
    expect(said).toContain(
      'And what these managed policies allow: `arn:aws:iam::aws:policy/IAMUserChangePassword`, and 1 whose name is known only later.',
    );
  });

  it('a role, with who may assume it and what is known only later', () => {
    const said = inTemplate('AppRole:');
    expect(said).toContain('holds no credentials; who assumes it gets temporary ones.');
    expect(said).toContain('May be assumed by: the service `ec2.amazonaws.com`.');
    expect(said).toContain('- Amazon SQS: write\n');
    expect(said).toContain('A part of its permissions is known only later.');
  });

  it('a role of which nothing is known', () => {
    expect(inTemplate('Idle:')).not.toContain('May be assumed by');
  });

  it('in JSON', () => {
    const text = JSON.stringify({
      Resources: {
        Root: {
          Type: 'AWS::IAM::Role',
          Properties: {
            Policies: [
              { PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } },
              { PolicyDocument: { Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: 'a' } } },
              { PolicyDocument: { Statement: { Effect: 'Allow', Action: '*:Get*', Resource: 'a' } } },
            ],
          },
        },
      },
    });
    const said = hoverOn(text, '"Root"');
    expect(said).toContain('- **every action of every service**, on every resource\n');
    expect(said).toContain('- every action but `iam:*`\n');
    expect(said).toMatch(/- `\*:Get\*`: [\d,]+ actions of \d+ services\n/);
  });

  it('of SAM, which makes the role', () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement: { Effect: Allow, Action: "s3:GetObject", Resource: "*" }
`;
    expect(hoverOn(text, 'Report:', { language: 'yaml' })).toContain('**role `Report`**');
  });
});

describe('in Terraform', () => {
  const text = `resource "aws_iam_role" "app" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", aws_iam_policy.send.arn]
  assume_role_policy  = data.aws_iam_policy_document.trust.json
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}
resource "aws_iam_policy" "send" {
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["sqs:SendMessage", "\${var.service}:Get*"], Resource = "*" } })
}
resource "aws_iam_user" "anna" {}
resource "aws_iam_user_policy_attachment" "anna" {
  user       = aws_iam_user.anna.name
  policy_arn = "arn:aws:iam::aws:policy/IAMUserChangePassword"
}
resource "aws_iam_group" "ops" {}
resource "aws_iam_group_policy_attachment" "ops" {
  group      = aws_iam_group.ops.name
  policy_arn = var.policy
}
`;
  const said = (word: string) => hoverOn(text, word, { language: 'terraform' });

  it('a role', () => {
    expect(said('"app"')).toContain('May be assumed by: the service `lambda.amazonaws.com`.');
    expect(said('"app"')).toContain(
      '- `${var.service}:Get*`, which is known only later\n- Amazon SQS: write',
    );
    expect(said('"app"')).toContain('managed policies allow: `arn:aws:iam::aws:policy/ReadOnlyAccess`.');
  });

  it('a user and a group, also where something is attached to them', () => {
    expect(said('"anna"')).toContain('allow: `arn:aws:iam::aws:policy/IAMUserChangePassword`.');
    expect(said('aws_iam_user.anna.name')).toBe(said('"anna"'));
    expect(said('"ops"')).toContain('managed policies allow: 1 whose name is known only later.');
  });
});

it('in the details of an account, which hold the managed policies too', () => {
  const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };
  const text = JSON.stringify({
    UserDetailList: [
      {
        UserName: 'anna',
        AttachedManagedPolicies: [{ PolicyName: 'send', PolicyArn: 'arn:aws:iam::111122223333:policy/send' }],
      },
    ],
    Policies: [
      {
        PolicyName: 'send',
        PolicyVersionList: [{ Document: { Statement: statement }, IsDefaultVersion: true }],
      },
    ],
  });
  const said = hoverOn(text, 'anna');
  expect(said).toContain('- Amazon SQS: write, on every resource');
  expect(said).not.toContain('managed policies');
});

it('in a manifest of Kubernetes', () => {
  const text = `apiVersion: iam.services.k8s.aws/v1alpha1
kind: User
metadata: { name: ben }
spec:
  name: ben
  policies: [arn:aws:iam::aws:policy/ReadOnlyAccess]
`;
  expect(hoverOn(text, ': ben\n', { language: 'yaml' })).toContain('holds long-term credentials');
});
