// Policies in YAML: templates with short intrinsics, SAM, Serverless, bare documents, and JSON inside of YAML.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis';

/** `carrier type → attached to, Action of each statement`. */
function found(text: string): readonly string[] {
  const { policies, problems } = analyze({ uri: 'file:///t.yaml', languageId: 'yaml', version: 0, text });
  expect(problems).toEqual([]);
  return policies.map(({ site, policy }) => {
    const owners = site.attachedTo.map(
      ({ kind, name, resourceType }) => `${kind} ${resourceType ?? name ?? '?'}`,
    );
    const actions = policy.statements.flatMap(
      ({ actions: [element] }) => element?.patterns.map(({ value }) => value) ?? [],
    );
    return `${site.carrier} ${site.type} → ${owners.join(', ') || 'nobody'}: ${actions.join(' ')}`;
  });
}

describe('CloudFormation', () => {
  it('roles, with short intrinsics and an anchor', () => {
    expect(
      found(`AWSTemplateFormatVersion: '2010-09-09'
Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read
          PolicyDocument: &read
            Version: '2012-10-17'
            Statement:
              - !If
                - IsProd
                - Effect: Allow
                  Action: s3:GetObject
                  Resource: !Sub arn:\${AWS::Partition}:s3:::\${Bucket}/*
                - !Ref AWS::NoValue
        - PolicyName: again
          PolicyDocument: *read
`),
    ).toEqual([
      'cloudformation trust → role App: sts:AssumeRole',
      'cloudformation identity → role App: s3:GetObject',
      'cloudformation identity → role App: s3:GetObject',
    ]);
  });

  it('endpoints, organization policies and JSON in a block', () => {
    expect(
      found(`Resources:
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      PolicyDocument:
        Statement: { Effect: Allow, Principal: '*', Action: 's3:*', Resource: '*' }
  Guard:
    Type: AWS::Organizations::Policy
    Properties:
      Type: SERVICE_CONTROL_POLICY
      Content: |
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Deny", "Action": "iam:CreateUser", "Resource": "*" }]
        }
`),
    ).toEqual([
      'cloudformation endpoint → resource AWS::EC2::VPCEndpoint: s3:*',
      'cloudformation scp → resource AWS::Organizations::Policy: iam:CreateUser',
    ]);
  });
});

it('SAM: inline documents, and neither policy templates nor managed policies', () => {
  expect(
    found(`Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaExecute
        - S3ReadPolicy: { BucketName: b }
        - Statement:
            - Effect: Allow
              Action: [sqs:SendMessage, sns:Publish]
              Resource: '*'
`),
  ).toEqual(['sam identity → role Fn: sqs:SendMessage sns:Publish']);
});

it('Serverless: statements of the provider and of functions, and the resources', () => {
  expect(
    found(`service: shop
provider:
  name: aws
  iam:
    role:
      statements:
        - Effect: Allow
          Action: dynamodb:GetItem
          Resource: arn:aws:dynamodb:\${aws:region}:*:table/\${self:custom.table}
functions:
  hello:
    iamRoleStatements:
      - Effect: Allow
        Action: \${self:custom.action}
        Resource: '*'
resources:
  Resources:
    Queue:
      Type: AWS::SQS::QueuePolicy
      Properties:
        PolicyDocument:
          Version: '2012-10-17'
          Statement: [{ Effect: Allow, Principal: '*', Action: sqs:SendMessage, Resource: '*' }]
`),
  ).toEqual([
    'serverless identity → role ?: dynamodb:GetItem',
    'serverless identity → role ?: ',
    'cloudformation resource → resource AWS::SQS::Queue: sqs:SendMessage',
  ]);
});

it('a bare document', () => {
  expect(
    found('Version: "2012-10-17"\nStatement:\n  - Effect: Allow\n    Action: s3:*\n    Resource: "*"\n'),
  ).toEqual(['document identity → nobody: s3:*']);
});

it('other YAML is left alone', () => {
  expect(found('services:\n  web:\n    image: nginx\n    statement: 2012-10-17\n')).toEqual([]);
});
