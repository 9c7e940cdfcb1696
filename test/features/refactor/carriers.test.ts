// Refactorings of a statement in every carrier that can hold it: the same offers, and after each the same policy.
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { analyze } from '../../../server/src/analysis';
import { LineIndex } from '../../../server/src/base/lineIndex';
import type { PolicyType } from '../../../server/src/policy/types';
import type { Service } from '../../../server/src/service';
import { askOf, testService } from '../../support/ask';
import { type Carried, inEveryCarrier } from '../../support/carriers';
import { applyWorkspaceEdit } from '../../support/checkActions';
import { meaningOf } from '../../support/meaning';
import { refactored } from '../../support/refactor';

const service: Service = testService();

interface Case {
  readonly id: string;
  readonly type: PolicyType;
  readonly statement: object;
}

const github = 'token.actions.githubusercontent.com';
const federated = {
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${github}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
};

const cases: readonly Case[] = [
  {
    id: 'scope-pass-role',
    type: 'identity',
    statement: { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
  },
  {
    id: 'scope-pass-role in a list',
    type: 'identity',
    statement: { Effect: 'Allow', Action: ['glue:CreateJob', 'iam:PassRole'], Resource: '*' },
  },
  {
    id: 'add-organization',
    type: 'resource',
    statement: {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::reports/*',
    },
  },
  {
    id: 'add-external-id',
    type: 'trust',
    statement: { Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' },
  },
  {
    id: 'limit-service-source',
    type: 'resource',
    statement: {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:eu-west-1:123456789012:accesspoint/logs/object/*',
    },
  },
  { id: 'scope-github-subject', type: 'trust', statement: federated },
  {
    id: 'scope-github-subject of a pattern',
    type: 'trust',
    statement: { ...federated, Condition: { StringLike: { [`${github}:sub`]: 'repo:acme/app:*' } } },
  },
  {
    id: 'wildcards',
    type: 'identity',
    statement: { Effect: 'Allow', Action: 'sqs:*Message*', Resource: '*' },
  },
  {
    id: 'wildcards in a list',
    type: 'identity',
    statement: { Effect: 'Allow', Action: ['sqs:*Message*', 's3:GetObject'], Resource: '*' },
  },
];

/** Further carriers: the other families of Kubernetes, inline policies, Terraform's JSON syntax. */
function others(policy: { readonly Statement: readonly object[] }, type: PolicyType): readonly Carried[] {
  const json = JSON.stringify(policy, null, 2);
  const manifests = {
    identity: [
      ['iam.aws.upbound.io/v1beta1', 'Policy', { forProvider: { policy: json } }],
      ['iam.aws.crossplane.io/v1beta1', 'Policy', { forProvider: { document: json } }],
      ['iam.services.k8s.aws/v1alpha1', 'Role', { inlinePolicies: { own: json } }],
      ['iam.aws.m.upbound.io/v1beta1', 'Role', { forProvider: { inlinePolicy: [{ policy: json }] } }],
    ],
    trust: [
      ['iam.aws.upbound.io/v1beta1', 'Role', { forProvider: { assumeRolePolicy: json } }],
      ['iam.aws.crossplane.io/v1beta1', 'Role', { forProvider: { assumeRolePolicyDocument: json } }],
    ],
    resource: [
      ['s3.aws.upbound.io/v1beta1', 'BucketPolicy', { forProvider: { policy: json } }],
      ['s3.aws.crossplane.io/v1alpha3', 'BucketPolicy', { forProvider: { rawPolicy: json } }],
    ],
  };
  const [holder = '', attribute = ''] = {
    identity: ['aws_iam_policy', 'policy'],
    trust: ['aws_iam_role', 'assume_role_policy'],
    resource: ['aws_s3_bucket_policy', 'policy'],
  }[named(type)];
  const held = (value: unknown) => ({ resource: { [holder]: { holder: { [attribute]: value } } } });
  const pretty = (value: unknown) => JSON.stringify(value, null, 2);
  return [
    ...manifests[named(type)].flatMap(([apiVersion, kind, spec]): readonly Carried[] => {
      const manifest = { apiVersion, kind, metadata: { name: 'holder' }, spec };
      return [
        {
          carrier: `${kind} of ${apiVersion}`,
          language: 'yaml',
          text: stringify(manifest, { lineWidth: 0 }),
        },
        { carrier: `${kind} of ${apiVersion} in JSON`, language: 'json', text: pretty(manifest) },
      ];
    }),
    { carrier: 'string in .tf.json', language: 'json', text: pretty(held(json)) },
    ...(type === 'identity' ? serverless(policy) : []),
  ];
}

/** Statements to which another program writes the policy. */
function serverless(policy: { readonly Statement: readonly object[] }): readonly Carried[] {
  const { Statement } = policy;
  const lambda = { Type: 'AWS::Serverless::Function', Properties: { Policies: [policy] } };
  const sam = { Transform: 'AWS::Serverless-2016-10-31', Resources: { Holder: lambda } };
  const framework = { service: 's', provider: { name: 'aws', iam: { role: { statements: Statement } } } };
  return [
    { carrier: 'SAM', language: 'yaml', text: stringify(sam) },
    { carrier: 'serverless.yml', language: 'yaml', text: stringify(framework) },
    {
      carrier: 'input of the AWS CLI',
      language: 'json',
      text: JSON.stringify({ PolicyName: 'p', PolicyDocument: JSON.stringify(policy) }),
    },
  ];
}

function named(type: PolicyType): 'identity' | 'trust' | 'resource' {
  return type === 'trust' || type === 'resource' ? type : 'identity';
}

function meaning({ text, language, type }: Carried): unknown {
  const { document, hints } = askOf(text, { language, ...(type && { type }) });
  const analysis = analyze(document, hints);
  expect(analysis.problems).toEqual([]);
  return analysis.policies.map(({ policy }) => meaningOf(policy));
}

/** What is offered at the first action, and what the policy is after each. */
function outcomes(carried: Carried): readonly (readonly [string, unknown])[] {
  const { text, language, type } = carried;
  const asked = askOf(text, { language, ...(type && { type }) });
  const [found] = analyze(asked.document, asked.hints).policies;
  const [action] =
    found?.policy.statements[0]?.actions[0]?.patterns.filter(({ value }) =>
      /\*|PassRole|Assume|Object/.test(value),
    ) ?? [];
  if (!action) return [];
  const at = new LineIndex(text).positionAt(action.span.start + 1);
  const options = { only: ['refactor'], versionedEdits: false };
  return service.codeActions(asked, { start: at, end: at }, options).map(({ title, edit }) => {
    const after = edit ? applyWorkspaceEdit(text, edit) : text;
    return [title, meaning({ ...carried, text: after })] as const;
  });
}

describe.each(cases)('$id', ({ type, statement }) => {
  const policy = { Version: '2012-10-17', Statement: [statement] };
  const bare: Carried = { carrier: 'bare', language: 'json', text: JSON.stringify(policy, null, 2) };
  const expected = outcomes(bare);

  it('is offered', () => {
    expect(expected.length).toBeGreaterThan(0);
  });

  it.each([...inEveryCarrier(policy, type), ...others(policy, type)])('works in $carrier', (carried) => {
    expect(outcomes(carried)).toEqual(expected);
  });
});

it('writes a statement of a data source in Terraform’s JSON syntax', () => {
  const text = (statements: readonly object[]) =>
    JSON.stringify({ data: { aws_iam_policy_document: { it: { statement: statements } } } }, null, 2);
  const before = text([{ actions: ['glue:CreateJob', 'iam:PassRole'], resources: ['*'] }]);
  const title = 'Pass roles to glue.amazonaws.com only, in a statement of its own (access: narrower)';
  const condition = { test: 'StringEquals', variable: 'iam:PassedToService', values: ['glue.amazonaws.com'] };
  const after = refactored(before.replace('PassRole', 'Pass$0Role'), title);
  expect(JSON.parse(after)).toEqual(
    JSON.parse(
      text([
        { actions: ['glue:CreateJob'], resources: ['*'] },
        { actions: ['iam:PassRole'], resources: ['*'], effect: 'Allow', condition: [condition] },
      ]),
    ),
  );
});
