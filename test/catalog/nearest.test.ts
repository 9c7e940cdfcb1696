// The did-you-mean table: what people write, and what they are offered.
import { describe, expect, it } from 'vitest';
import {
  nearestAction,
  nearestService,
  nearestServicePrincipal,
  suggestAction,
} from '../../server/src/catalog/search';
import { testCatalog } from '../support/catalog';

const catalog = testCatalog();
const suggest = (action: string) => {
  const [prefix = '', name = ''] = action.split(':');
  return suggestAction(catalog, prefix, name);
};

describe('suggestAction', () => {
  it.each([
    ['s3:GetObjct', 's3:GetObject'],
    ['s3:GetObjects', 's3:GetObject'],
    ['s3:getobjectt', 's3:GetObject'],
    ['ec2:DescribeInstance', 'ec2:DescribeInstances'],
    ['ec2:CreateTag', 'ec2:CreateTags'],
    ['iam:PassRoles', 'iam:PassRole'],
    ['iam:CreateUsr', 'iam:CreateUser'],
    ['kms:Decryp', 'kms:Decrypt'],
    ['sns:Publsh', 'sns:Publish'],
    ['sqs:SednMessage', 'sqs:SendMessage'],
    ['logs:CreateLogsGroup', 'logs:CreateLogGroup'],
    ['s3:ObjectGet', 's3:GetObject'],
    ['s3:SetObject', 's3:PutObject'],
    ['s3:CreateObject', 's3:PutObject'],
    ['ec2:ListInstances', 'ec2:DescribeInstances'],
    ['iam:DescribeRole', 'iam:GetRole'],
    ['ecr:GetAuthToken', 'ecr:GetAuthorizationToken'],
  ])('%s is a slip for %s', (wrong, right) => {
    expect(suggest(wrong)).toEqual({ action: right, because: 'spelling' });
  });

  it.each([
    ['s3:DescribeInstances', 'ec2:DescribeInstances'],
    ['cloudwatch:PutLogEvents', 'logs:PutLogEvents'],
    ['logs:PutMetricData', 'cloudwatch:PutMetricData'],
    ['stepfunctions:StartExecution', 'states:StartExecution'],
    ['eventbridge:PutEvents', 'events:PutEvents'],
    ['cloudwatchlogs:CreateLogStream', 'logs:CreateLogStream'],
    ['elbv2:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetGroups'],
    ['dynamo:GetItem', 'dynamodb:GetItem'],
    ['secretmanager:GetSecretValue', 'secretsmanager:GetSecretValue'],
    ['e2c:RunInstances', 'ec2:RunInstances'],
  ])('%s belongs to another service: %s', (wrong, right) => {
    expect(suggest(wrong)).toEqual({ action: right, because: 'service' });
  });

  it.each([
    ['s3:HeadObject', 's3:GetObject'],
    ['s3:ListObjectsV2', 's3:ListBucket'],
    ['s3:ListBuckets', 's3:ListAllMyBuckets'],
    ['lambda:Invoke', 'lambda:InvokeFunction'],
  ])('%s is an operation that %s authorises', (wrong, right) => {
    expect(suggest(wrong)).toEqual({ action: right, because: 'operation' });
  });

  it.each(['s3:FlyToMoon', 'foo:Bar', 's3:', ':', '__proto__:constructor', 's3:*', 'sqs:TagEverything'])(
    '%s: says nothing',
    (wrong) => {
      expect(suggest(wrong)).toBeUndefined();
    },
  );

  it.each(['iotroborunner:GetWorker', 'deepcomposer:GetComposition', 'payments:Get'])(
    '%s: is not taken for the action of some other service that happens to share the name',
    (wrong) => {
      expect(suggest(wrong)).toBeUndefined();
    },
  );

  it('finds the only service that has an action of a telling name', () => {
    expect(suggest('ec2:GetSavingsPlansCoverage')?.action).toBe('ce:GetSavingsPlansCoverage');
  });
});

describe('nearestAction', () => {
  it('is silent on a name that exists, and on an unknown service', () => {
    expect(nearestAction(catalog, 's3', 'GetObject')).toBeUndefined();
    expect(nearestAction(catalog, 'nope', 'GetObject')).toBeUndefined();
  });

  it('does not take one right verb for another', () => {
    expect(nearestAction(catalog, 's3', 'SetObject')?.name).toBe('PutObject');
    expect(nearestAction(catalog, 'sqs', 'AddQueue')?.name).toBe('CreateQueue');
  });
});

describe('nearestService', () => {
  it.each([
    ['stepfunctions', 'states'],
    ['eventbridge', 'events'],
    ['lamda', 'lambda'],
    ['dynamdb', 'dynamodb'],
    ['cloudformaton', 'cloudformation'],
    ['s33', 's3'],
  ])('%s is %s', (wrong, right) => {
    expect(nearestService(catalog, wrong)).toBe(right);
  });

  it('does not guess between several, unless the action decides', () => {
    expect(nearestService(catalog, 'ecx')).toBeUndefined();
    expect(nearestService(catalog, 'ecx', 'RunInstances')).toBe('ec2');
  });

  it('is silent on a prefix that exists, and on one that is like none', () => {
    expect(nearestService(catalog, 's3')).toBeUndefined();
    expect(nearestService(catalog, 'quux')).toBeUndefined();
    expect(nearestService(catalog, '')).toBeUndefined();
  });
});

describe('nearestServicePrincipal', () => {
  it.each([
    ['lamda.amazonaws.com', 'lambda.amazonaws.com'],
    ['event.amazonaws.com', 'events.amazonaws.com'],
    ['stepfunctions.amazonaws.com', 'states.amazonaws.com'],
    ['ec2.amazon.com', 'ec2.amazonaws.com'],
    ['https://ec2.amazonaws.com', 'ec2.amazonaws.com'],
    ['ecs-task.amazonaws.com', 'ecs-tasks.amazonaws.com'],
    ['sqs.amazonaws.con', 'sqs.amazonaws.com'],
    ['lambda', 'lambda.amazonaws.com'],
  ])('%s is %s', (wrong, right) => {
    expect(nearestServicePrincipal(catalog, wrong)).toBe(right);
  });

  it.each(['lambda.amazonaws.com', 'logs.eu-west-1.amazonaws.com', 'foo.example.com', ''])(
    '%j: says nothing',
    (name) => {
      expect(nearestServicePrincipal(catalog, name)).toBeUndefined();
    },
  );
});
