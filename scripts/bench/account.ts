// The details of an account with 44 users, 78 roles and 84 policies: what looking for ways to more permissions costs.
import { analyze } from '../../server/src/analysis';
import { openWays } from '../../server/src/analysis/escalations';
import { type Figure, p95 } from './figures';

const ROUNDS = 20;

export async function benchAccount(): Promise<readonly Figure[]> {
  const text = accountText(44, 78, 84);
  const document = { uri: 'file:///bench/account.json', languageId: 'json', version: 1, text };
  const samples: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const analysis = analyze(document);
    const started = performance.now();
    openWays(analysis);
    samples.push(performance.now() - started);
  }
  return [
    { what: 'ways to more permissions in an account, p95', value: p95(samples), bound: 300, unit: 'ms' },
  ];
}

/**
 * The details of an account: users in groups, roles with two inline policies, each with managed policies attached. Some of
 * them open ways to more permissions.
 */
function accountText(users: number, roles: number, policies: number): string {
  const arnOf = (i: number) => `arn:aws:iam::123456789012:policy/team/policy${i % policies}`;
  const attached = (i: number) =>
    [i, i + 7, i + 19].map((each) => ({ PolicyName: `policy${each % policies}`, PolicyArn: arnOf(each) }));
  const inline = (i: number) =>
    [0, 1].map((part) => ({ PolicyName: `inline${part}`, PolicyDocument: documentOf(i + part) }));
  return JSON.stringify({
    UserDetailList: Array.from({ length: users }, (_, i) => ({
      UserName: `user${i}`,
      GroupList: [`group${i % 6}`],
      AttachedManagedPolicies: attached(i),
    })),
    GroupDetailList: Array.from({ length: 6 }, (_, i) => ({
      GroupName: `group${i}`,
      GroupPolicyList: inline(i * 3),
      AttachedManagedPolicies: attached(i * 5),
    })),
    RoleDetailList: Array.from({ length: roles }, (_, i) => ({
      RoleName: `role${i}`,
      RolePolicyList: inline(i),
      AttachedManagedPolicies: attached(i),
    })),
    Policies: Array.from({ length: policies }, (_, i) => ({
      PolicyName: `policy${i}`,
      Arn: arnOf(i),
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: documentOf(i) }],
    })),
  });
}

const services = [
  'lambda',
  'ec2',
  'ecs',
  'glue',
  'codebuild',
  'sagemaker',
  'cloudformation',
  's3',
  'dynamodb',
];

function documentOf(i: number): object {
  const statements = Array.from({ length: 12 }, (_, at) => {
    const service = services[(i + at) % services.length] ?? 's3';
    return {
      Effect: at === 11 ? 'Deny' : 'Allow',
      Action: [`${service}:Create*`, `${service}:Start*`, `${service}:DescribeThings`, `${service}:Run*`],
      Resource: at % 2 === 0 ? '*' : `arn:aws:${service}:eu-west-1:123456789012:thing/${i}`,
    };
  });
  const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: i % 3 === 0 ? '*' : `role/${i}` };
  return { Version: '2012-10-17', Statement: [...statements, pass] };
}
