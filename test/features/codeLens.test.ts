// What stands above roles: who may assume them.
import { describe, expect, it } from 'vitest';
import { askOf, testService } from '../support/ask';
import { checkLens } from '../support/checkLens';

describe('a role has a lens', () => {
  it('in a template in YAML', () => {
    checkLens(
      `Resources:
  AppRole:
# ^^^^^^^ assumable by ec2.amazonaws.com
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: !Sub "ec2.\${AWS::URLSuffix}" }
            Action: sts:AssumeRole
`,
      { language: 'yaml' },
    );
  });

  it('in a template in JSON', () => {
    checkLens(`{
  "Resources": {
    "PartnerRole": {
#   ^^^^^^^^^^^^^ assumable by account 111122223333, role ci under conditions
      "Type": "AWS::IAM::Role",
      "Properties": {
        "RoleName": "partner",
        "AssumeRolePolicyDocument": {
          "Statement": {
            "Effect": "Allow",
            "Principal": { "AWS": ["111122223333", "arn:aws:iam::444455556666:role/team/ci"] },
            "Action": "sts:AssumeRole",
            "Condition": { "StringEquals": { "sts:ExternalId": "a" } }
          }
        }
      }
    }
  }
}`);
  });

  it('in a SAM template', () => {
    checkLens(
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
# ^^^^^^ assumable by lambda.amazonaws.com
    Type: AWS::Serverless::Function
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
`,
      { language: 'yaml' },
    );
  });

  it('in Terraform, whose policy is in jsonencode or in a data source', () => {
    checkLens(
      `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::111122223333:oidc-provider/oidc.example.com/id/A"]
    }
  }
}
resource "aws_iam_role" "pod" {
#                       ^^^^^ assumable by users of oidc.example.com/id/a
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
resource "aws_iam_role" "deploy" {
#                       ^^^^^^^^ assumable by users of GitHub Actions
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
    }]
  })
}
resource "aws_iam_role" "app" {
#                       ^^^^^ assumable by ec2.amazonaws.com, lambda.amazonaws.com, ecs-tasks.amazonaws.com and 1 more
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = { Service = ["ec2.amazonaws.com", "lambda.amazonaws.com"] }, Action = "sts:AssumeRole" },
      { Effect = "Allow", Principal = { Service = ["ecs-tasks.amazonaws.com", "ec2.amazonaws.com"] }, Action = "sts:AssumeRole" },
      { Effect = "Allow", Principal = { Federated = "arn:aws:iam::1:saml-provider/Acme" }, Action = "sts:AssumeRoleWithSAML" },
      { Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:*" },
    ]
  })
}
`,
      { language: 'terraform' },
    );
  });

  it('in the details of an account', () => {
    checkLens(`{
  "RoleDetailList": [
    {
      "RoleName": "admin",
#                 ^^^^^^^ assumable by user anna
      "AssumeRolePolicyDocument": "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22AWS%22%3A%22arn%3Aaws%3Aiam%3A%3A111122223333%3Auser%2Fanna%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%7D"
    }
  ]
}`);
  });

  it('in a manifest of Kubernetes', () => {
    checkLens(
      `apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata:
  name: app
spec:
  name: app
#       ^^^ assumable by ec2.amazonaws.com
  assumeRolePolicyDocument: |
    { "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }
`,
      { language: 'yaml' },
    );
  });
});

describe('what is known in part', () => {
  it('says that there may be others', () => {
    checkLens(
      `Resources:
  R:
# ^ assumable by account \${Partner} and perhaps others
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: [!Sub "arn:aws:iam::\${Partner}:root", !Ref Others] }
            Action: sts:AssumeRole
`,
      { language: 'yaml' },
    );
  });

  it('says nothing where nobody is known', () => {
    checkLens(
      `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Ref Trust
  S:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { AWS: !Ref A }, Action: sts:AssumeRole }]
`,
      { language: 'yaml' },
    );
  });

  it('has none on a trust policy that is a document of its own', () => {
    checkLens(
      `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" } }`,
    );
  });
});

describe('the command', () => {
  const text = `resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
`;
  const asked = askOf(text, { language: 'terraform' });

  it('is none where the editor has none', () => {
    const [lens] = testService().codeLenses(asked, undefined);
    expect(lens?.command).toEqual({ title: 'assumable by ec2.amazonaws.com', command: '' });
  });

  it('leads to the trust policy', () => {
    const [lens] = testService().codeLenses(asked, 'x.show');
    expect(lens?.command).toMatchObject({
      command: 'x.show',
      arguments: ['file:///test.json', { start: { line: 1 }, end: { line: 3 } }],
    });
  });
});
