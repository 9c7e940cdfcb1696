// Trust policies in the forms that AWS's pages show: nothing is found in them, by any rule.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
// https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
import { expect, it } from 'vitest';
import { foundIn } from '../../support/refactor';

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

const uuid = '11111111-2222-3333-4444-555555555555';
const github = 'token.actions.githubusercontent.com';
const circle = `oidc.circleci.com/org/${uuid}`;
const oracle = 'idcs-0123456789abcdef.identity.oraclecloud.com';

const federated: readonly (readonly [string, Condition])[] = [
  [
    github,
    {
      StringEquals: {
        [`${github}:aud`]: 'sts.amazonaws.com',
        [`${github}:sub`]: 'repo:acme/app:ref:refs/heads/demo',
      },
    },
  ],
  [
    github,
    {
      StringLike: {
        [`${github}:aud`]: 'sts.amazonaws.com',
        [`${github}:job_workflow_ref`]: 'acme/ci/.github/workflows/deploy.yml@refs/heads/main',
        [`${github}:repository`]: 'acme/app',
        [`${github}:actor`]: 'anna',
        [`${github}:ref`]: 'refs/heads/main',
        [`${github}:enterprise_id`]: '345',
      },
    },
  ],
  [
    circle,
    {
      StringEquals: {
        [`${circle}:aud`]: 'sts.amazonaws.com',
        [`${circle}:oidc.circleci.com/project-id`]: uuid,
      },
    },
  ],
  [oracle, { StringEquals: { [`${oracle}:aud`]: 'sts.amazonaws.com', [`${oracle}:rpst_id`]: 'some-id' } }],
  [
    'gitlab.com',
    {
      StringEquals: {
        'gitlab.com:sub': 'project_path:acme/app:ref_type:branch:ref:main',
        'gitlab.com:namespace_id': '12345',
      },
    },
  ],
  [
    'agent.buildkite.com',
    {
      StringEquals: {
        'agent.buildkite.com:aud': 'sts.amazonaws.com',
        'agent.buildkite.com:organization_slug': 'acme',
        'agent.buildkite.com:pipeline_slug': 'app',
        'agent.buildkite.com:build_branch': 'main',
      },
    },
  ],
];

/** Providers that IAM knows by itself. */
const builtIn: readonly (readonly [string, Condition])[] = [
  [
    'accounts.google.com',
    {
      StringEquals: {
        'accounts.google.com:aud': 'azp-value',
        'accounts.google.com:oaud': 'aud-value',
        'accounts.google.com:sub': 'sub-value',
      },
    },
  ],
  ['accounts.google.com', { NumericEquals: { 'accounts.google.com:google/organization_number': '123456' } }],
  [
    'cognito-identity.amazonaws.com',
    {
      StringEquals: { 'cognito-identity.amazonaws.com:aud': `us-east-2:${uuid}` },
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
    },
  ],
];

function trust(principal: object, action: string | readonly string[], condition?: Condition): string {
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition && { Condition: condition }),
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

it.each([
  ...federated.map(
    ([issuer, condition]) => [`arn:aws:iam::111122223333:oidc-provider/${issuer}`, condition] as const,
  ),
  ...builtIn,
])('for tokens of %s', (provider, condition) => {
  expect(foundIn(trust({ Federated: provider }, 'sts:AssumeRoleWithWebIdentity', condition))).toEqual([]);
});

it('for EKS Pod Identity', () => {
  const pods = { Service: 'pods.eks.amazonaws.com' };
  const actions = ['sts:AssumeRole', 'sts:TagSession'];
  const tags = {
    'aws:RequestTag/kubernetes-namespace': ['shop'],
    'aws:RequestTag/kubernetes-service-account': ['web'],
  };
  expect(foundIn(trust(pods, actions))).toEqual([]);
  expect(foundIn(trust(pods, actions, { StringEquals: tags }))).toEqual([]);
});
