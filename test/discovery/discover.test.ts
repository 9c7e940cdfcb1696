// Which places of a document hold a policy, of which type, carried by what, attached to whom.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis';

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const identity = { Version: '2012-10-17', Statement: [allow] };
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const denied = { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRoleWithWebIdentity', Resource: '*' };
const open = { Version: '2012-10-17', Statement: [{ ...allow, Principal: '*' }] };

/** `carrier type → attached to (storage)` of each policy, and the entities. */
function describeText(text: string): readonly string[] {
  const { policies, entities } = analyze({ uri: 'file:///t.json', languageId: 'json', version: 0, text });
  const sites = policies.map(({ site, policy }) => {
    const owners = site.attachedTo.map(
      ({ kind, name, resourceType }) => `${kind} ${resourceType ?? name ?? '?'}`,
    );
    const storage = site.storage === undefined ? '' : ` (${site.storage})`;
    return `${site.carrier} ${site.type} → ${owners.join(', ') || 'nobody'}${storage}, ${policy.statements.length}`;
  });
  return [
    ...sites,
    ...entities.map(({ kind, name, managedPolicies }) => `${kind} ${name ?? '?'} +${managedPolicies.length}`),
  ];
}
const found = (value: unknown): readonly string[] => describeText(JSON.stringify(value, null, 2));

describe('bare documents', () => {
  it.each([
    [identity, 'document identity → nobody, 1'],
    [trust, 'document trust → nobody, 1'],
    [open, 'document resource → nobody, 1'],
    [{ Version: '2012-10-17', Statement: [denied] }, 'document rcp → nobody, 1'],
    [{ Version: '2012-10-17', Statement: [...trust.Statement, denied] }, 'document trust → nobody, 2'],
    [{ Version: '2012-10-17', Statement: allow }, 'document identity → nobody, 1'],
    [{ Version: '2012-10-17', Statement: [] }, 'document identity → nobody, 0'],
    [{ Version: '2012-10-17' }, 'document identity → nobody, 0'],
    [{ Statement: [{ Action: 's3:*' }] }, 'document identity → nobody, 1'],
    [{ version: '2012-10-17', statement: [{ effect: 'allow' }] }, 'document identity → nobody, 0'],
  ])('%j', (value, expected) => {
    expect(found(value)).toEqual([expected]);
  });

  it.each([
    ['{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", '],
    ['{"Version": "2012-10-17", "Statement": [{"Eff'],
    ['{"Version": "2012-10-17", "Statement": [{"Effect": "Al'],
    ['{"Statement": [{"Effect": "De", '],
    ['{"Version": "2012-10-17", "Statement": [ { "Sid": "A", "Action": ["s3:Get'],
  ])('half-typed: %s', (text) => {
    expect(describeText(text)).toEqual(['document identity → nobody, 1']);
  });

  it.each([
    [{ Statement: { RateBasedStatement: { Limit: 1 } } }],
    [{ Statement: 'SELECT 1', Version: '1' }],
    [{ Statement: [{ Effect: 'blur', Action: 'slide in' }] }],
    [{ Version: '1.0.0', Id: 7 }],
    [{ statements: ['2012-10-17'] }],
    [['2012-10-17', { Effect: 'Allow' }]],
  ])('no policy: %j', (value) => {
    expect(found(value)).toEqual([]);
  });
});

describe('the AWS CLI', () => {
  it.each([
    [
      'get-policy-version',
      { PolicyVersion: { Document: identity } },
      'aws-cli identity → nobody (managed), 1',
    ],
    [
      'get-role',
      { Role: { RoleName: 'app', AssumeRolePolicyDocument: trust } },
      'aws-cli trust → role app (inline), 1',
    ],
    [
      'get-user-policy',
      { UserName: 'anna', PolicyName: 'p', PolicyDocument: identity },
      'aws-cli identity → user anna (inline), 1',
    ],
    [
      'put-role-policy',
      { RoleName: 'app', PolicyName: 'p', PolicyDocument: JSON.stringify(identity) },
      'aws-cli identity → role app (inline), 1',
    ],
    [
      'create-role',
      { RoleName: 'app', AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)) },
      'aws-cli trust → role app (inline), 1',
    ],
    [
      'update-assume-role-policy',
      { RoleName: 'app', PolicyDocument: JSON.stringify(trust) },
      'aws-cli trust → role app (inline), 1',
    ],
    [
      'create-policy',
      { PolicyName: 'p', PolicyDocument: identity },
      'aws-cli identity → nobody (managed), 1',
    ],
    ['get-bucket-policy', { Policy: JSON.stringify(open) }, 'aws-cli resource → resource ? (inline), 1'],
    [
      'put-bucket-policy',
      { Bucket: 'b', Policy: JSON.stringify(open) },
      'aws-cli resource → resource AWS::S3::Bucket (inline), 1',
    ],
    [
      'get-queue-attributes',
      { Attributes: { Policy: JSON.stringify(open), QueueArn: 'arn:aws:sqs:eu-west-1:1:q' } },
      'aws-cli resource → resource AWS::SQS::Queue (inline), 1',
    ],
    [
      'describe-policy',
      { Policy: { PolicySummary: { Type: 'SERVICE_CONTROL_POLICY' }, Content: JSON.stringify(identity) } },
      'aws-cli scp → nobody (managed), 1',
    ],
  ])('%s', (_, value, expected) => {
    expect(found(value)).toEqual([expected]);
  });
});

it('get-account-authorization-details', () => {
  const details = {
    UserDetailList: [
      {
        UserName: 'anna',
        UserPolicyList: [{ PolicyName: 'p', PolicyDocument: identity }],
        AttachedManagedPolicies: [
          { PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
        ],
      },
    ],
    GroupDetailList: [],
    RoleDetailList: [{ RoleName: 'app', AssumeRolePolicyDocument: trust, RolePolicyList: [] }],
    Policies: [
      {
        PolicyName: 'shared',
        PolicyVersionList: [
          { Document: open, IsDefaultVersion: false },
          { Document: identity, IsDefaultVersion: true },
        ],
      },
    ],
  };
  expect(found(details)).toEqual([
    'account-authorization-details identity → user anna (inline), 1',
    'account-authorization-details trust → role app (inline), 1',
    'account-authorization-details identity → nobody (managed), 1',
    'user anna +1',
    'role app +0',
  ]);
});

describe('CloudFormation', () => {
  const template = (resources: object) => ({ AWSTemplateFormatVersion: '2010-09-09', Resources: resources });

  it('finds the policies and entities of IAM', () => {
    const user = {
      Type: 'AWS::IAM::User',
      Properties: {
        Policies: [
          { PolicyName: 'p', PolicyDocument: identity },
          { 'Fn::If': ['c', { PolicyName: 'q', PolicyDocument: identity }, { Ref: 'AWS::NoValue' }] },
        ],
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', { Ref: 'Shared' }],
      },
    };
    const shared = { PolicyDocument: identity, Users: [{ Ref: 'Anna' }], Roles: ['app'] };
    expect(
      found(
        template({
          Anna: user,
          App: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } },
          Shared: { Type: 'AWS::IAM::ManagedPolicy', Properties: shared },
          Inline: {
            Type: 'AWS::IAM::UserPolicy',
            Properties: { UserName: { Ref: 'Anna' }, PolicyDocument: identity },
          },
          Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'Anna' } } },
        }),
      ),
    ).toEqual([
      'cloudformation identity → user Anna (inline), 1',
      'cloudformation identity → user Anna (inline), 1',
      'cloudformation trust → role App (inline), 1',
      'cloudformation identity → user Anna, role app (managed), 1',
      'cloudformation identity → user Anna (inline), 1',
      'user Anna +2',
      'role App +0',
      'access-key Key +0',
    ]);
  });

  it('finds resource policies, and statements within Fn::If', () => {
    const statements = [{ 'Fn::If': ['c', open.Statement[0], { Ref: 'AWS::NoValue' }] }];
    const bucketPolicy = {
      Bucket: { Ref: 'B' },
      PolicyDocument: { Version: '2012-10-17', Statement: statements },
    };
    expect(
      found(
        template({
          Policy: { Type: 'AWS::S3::BucketPolicy', Properties: bucketPolicy },
          Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: open } },
          Table: { Type: 'AWS::DynamoDB::Table', Properties: { ResourcePolicy: { PolicyDocument: open } } },
          Later: { Type: 'AWS::SQS::QueuePolicy', Properties: { PolicyDocument: { Ref: 'Document' } } },
        }),
      ),
    ).toEqual([
      'cloudformation resource → resource AWS::S3::Bucket (inline), 1',
      'cloudformation resource → resource AWS::KMS::Key (inline), 1',
      'cloudformation resource → resource AWS::DynamoDB::Table (inline), 1',
    ]);
  });

  it('survives resources of any shape', () => {
    const odd = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: 7, Policies: 'x' } };
    expect(
      found(template({ A: null, B: { Type: 7 }, constructor: odd, D: { Type: 'AWS::IAM::User' } })),
    ).toEqual(['role constructor +0', 'user D +0']);
  });
});
