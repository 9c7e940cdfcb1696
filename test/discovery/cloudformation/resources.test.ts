// Which policies and entities a template has: loops, conditional parts, and who is attached to whom.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';

/** `type (storage) name → attached to: actions` of each policy, and the entities with their managed policies. */
function found(text: string): readonly string[] {
  const { policies, entities, problems } = analyze({
    uri: 'file:///t.yaml',
    languageId: 'yaml',
    version: 0,
    text,
  });
  expect(problems).toEqual([]);
  const sites = policies.map(({ site, policy }) => {
    const owners = site.attachedTo.map(
      ({ kind, name, resourceType }) => `${kind} ${resourceType ?? name ?? '?'}`,
    );
    const actions = policy.statements.flatMap(({ actions: [element] }) =>
      element ? [...element.patterns, ...element.templates].map(({ value }) => value) : [],
    );
    const about = [site.carrier, site.type, site.name].filter((each) => each !== undefined).join(' ');
    return `${about} → ${owners.join(', ') || 'nobody'}: ${actions.join(' ')}`;
  });
  return [
    ...sites,
    ...entities.map(({ kind, name, managedPolicies }) => {
      return [kind, name ?? '?', ...managedPolicies.map(({ policy }) => `+${policy ?? '?'}`)].join(' ');
    }),
  ];
}

const document = (action: string) =>
  `{ Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '${action}', Resource: '*' }] }`;

describe('attachments', () => {
  it('of a managed policy, whichever of both names the other', () => {
    expect(
      found(`Resources:
  Read: { Type: AWS::IAM::ManagedPolicy, Properties: { ManagedPolicyName: read, PolicyDocument: ${document('s3:Get*')} } }
  Write: { Type: AWS::IAM::ManagedPolicy, Properties: { Users: [!Ref Anna, !Ref AWS::NoValue], PolicyDocument: ${document('s3:Put*')} } }
  Anna:
    Type: AWS::IAM::User
    Properties:
      UserName: anna
      ManagedPolicyArns: [!Ref Read, !If [c, !GetAtt Write.PolicyArn, !Ref AWS::NoValue], !Ref Param, arn:x]
`),
    ).toEqual([
      'cloudformation identity read → user anna: s3:Get*',
      'cloudformation identity → user anna: s3:Put*',
      'user anna +read +Write +? +arn:x',
    ]);
  });

  it('of a policy that is called a boundary, and given to nobody', () => {
    expect(
      found(`Resources:
  PermissionsBoundaryPolicy: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('s3:*')} } }
  AllowPermissionsBoundary: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('iam:*')} } }
  Boundary: { Type: AWS::IAM::ManagedPolicy, Properties: { Roles: [app], PolicyDocument: ${document('sqs:*')} } }
`),
    ).toEqual([
      'cloudformation boundary → nobody: s3:*',
      'cloudformation identity → nobody: iam:*',
      'cloudformation identity → role app: sqs:*',
    ]);
  });

  it('of a policy that is only a boundary', () => {
    expect(
      found(`Resources:
  Limit: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('s3:*')} } }
  Both: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('sqs:*')} } }
  App: { Type: AWS::IAM::Role, Properties: { PermissionsBoundary: !Ref Limit, ManagedPolicyArns: [!Ref Both] } }
  Ci: { Type: AWS::IAM::Role, Properties: { PermissionsBoundary: !GetAtt Both.PolicyArn } }
`),
    ).toEqual([
      'cloudformation boundary → nobody: s3:*',
      'cloudformation identity → role App: sqs:*',
      'role App +Both',
      'role Ci',
    ]);
  });
});

describe('parts that are there only sometimes', () => {
  it('documents, lists and properties within Fn::If', () => {
    expect(
      found(`Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !If [c, ${document('sts:AssumeRole')}, !Ref AWS::NoValue]
      Policies: !If
        - c
        - - { PolicyName: a, PolicyDocument: ${document('s3:Get*')} }
        - - !If [d, { PolicyName: b, PolicyDocument: ${document('s3:Put*')} }, !Ref AWS::NoValue]
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      ResourcePolicy: !If [c, { PolicyDocument: ${document('dynamodb:*')} }, !Ref AWS::NoValue]
`),
    ).toEqual([
      'cloudformation trust → role App: sts:AssumeRole',
      'cloudformation identity a → role App: s3:Get*',
      'cloudformation identity b → role App: s3:Put*',
      'cloudformation resource → resource AWS::DynamoDB::Table: dynamodb:*',
      'role App',
    ]);
  });

  it('a transform hides nothing beside it', () => {
    expect(
      found(`Resources:
  Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/r.yaml } }
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/p.yaml } }
        Statement: { Effect: Allow, Action: 's3:*', Resource: '*' }
`),
    ).toEqual(['cloudformation identity → nobody: s3:*']);
  });
});

it('resources that a loop makes', () => {
  expect(
    found(`Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Roles:
    - Name
    - [a, b]
    - Role\${Name}:
        Type: AWS::IAM::Role
        Properties:
          Policies:
            - { PolicyName: p, PolicyDocument: ${document('s3:${Name}*')} }
            - { PolicyName: q, PolicyDocument: ${document('s3:&{Name}')} }
      Fn::ForEach::Inner:
        - Kind
        - [x]
        - Policy\${Name}\${Kind}: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('${Kind}:${Name}${Other}')} } }
`),
  ).toEqual([
    'cloudformation identity p → role Role${Name}: s3:${Name}*',
    'cloudformation identity q → role Role${Name}: s3:${Name}',
    'cloudformation identity → nobody: ${Kind}:${Name}${Other}',
    'role Role${Name}',
  ]);
});

it('SAM: roles of functions and state machines, APIs, what is global', () => {
  expect(
    found(`Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { AssumeRolePolicyDocument: ${document('sts:AssumeRole')} }
  Api: { Auth: { ResourcePolicy: { CustomStatements: [{ Effect: Deny, Principal: '*', Action: 'execute-api:*', Resource: 'execute-api:/*' }] } } }
Resources:
  Limit: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('s3:*')} } }
  Shared: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${document('sqs:*')} } }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      PermissionsBoundary: !Ref Limit
      Policies:
        - !Ref Shared
        - AWSLambdaExecute
        - S3ReadPolicy: { BucketName: !Ref B }
        - !If [c, { Statement: { Effect: Allow, Action: 'sns:Publish', Resource: !Ref T } }, !Ref AWS::NoValue]
      Events:
        Get:
          Type: Api
          Properties: { Auth: { ResourcePolicy: { CustomStatements: { Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' } } } }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { Policies: { Statement: [{ Effect: Allow, Action: 'lambda:InvokeFunction', Resource: !GetAtt Fn.Arn }] } }
  Api:
    Type: AWS::Serverless::Api
    Properties: { Auth: { ResourcePolicy: { CustomStatements: [{ Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' }] } } }
  Link: { Type: AWS::Serverless::Connector, Properties: { Permissions: [Read] } }
`),
  ).toEqual([
    'sam trust → role Function: sts:AssumeRole',
    'sam resource → resource AWS::ApiGateway::RestApi: execute-api:*',
    'cloudformation boundary → nobody: s3:*',
    'cloudformation identity → role Fn: sqs:*',
    'sam identity → role Fn: sns:Publish',
    'sam resource → resource AWS::ApiGateway::RestApi: execute-api:Invoke',
    'sam identity → role Flow: lambda:InvokeFunction',
    'sam resource → resource AWS::ApiGateway::RestApi: execute-api:Invoke',
  ]);
});
