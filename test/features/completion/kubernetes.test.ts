// Completion in the policies of manifests, and none in what is around them.
import { describe, expect, it } from 'vitest';
import { checkCompletion, labelsAt } from '../../support/checkCompletion';

const yaml = { language: 'yaml' } as const;

const manifest = (inner: string) => `apiVersion: iam.services.k8s.aws/v1alpha1
kind: Policy
metadata:
  name: p
spec:
  policyDocument: |
    {
      "Version": "2012-10-17",
      "Statement": [{ "Effect": "Allow", ${inner}, "Resource": "*" }]
    }
`;

describe('in a block of JSON', () => {
  it('writes actions, beside a template too', () => {
    checkCompletion(
      manifest('"Action": "s3:GetObj$0"'),
      's3:GetObject',
      manifest('"Action": "s3:GetObject"'),
      yaml,
    );
    checkCompletion(
      manifest('"Action": ["{{ .Values.first }}", "sqs:Send$0"]'),
      'sqs:SendMessage',
      manifest('"Action": ["{{ .Values.first }}", "sqs:SendMessage"]'),
      yaml,
    );
  });

  it('knows whose trust policy it is', () => {
    const role = manifest('"Principal": { "Service": "pods.eks$0" }, "Action": "sts:AssumeRole"')
      .replace('kind: Policy', 'kind: Role')
      .replace('policyDocument', 'assumeRolePolicyDocument');
    expect(labelsAt(role, yaml)).toContain('pods.eks.amazonaws.com');
  });
});

describe('outside of policies', () => {
  it.each([
    ['a key of a manifest', manifest('"Action": "*"').replace('  name: p', '  na$0: p')],
    ['a value of a manifest', manifest('"Action": "*"').replace('name: p', 'name: p$0')],
    ['an empty line of a manifest', manifest('"Action": "*"').replace('spec:', '$0\nspec:')],
    ['the end of a manifest', `${manifest('"Action": "*"')}$0`],
  ])('offers nothing at %s', (_, text) => {
    expect(labelsAt(text, yaml)).toEqual([]);
  });

  it('offers nothing in a Terraform configuration', () => {
    const text = (rest: string) => `resource "aws_iam_policy" "p" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })
  ${rest}
}
`;
    for (const rest of ['$0', 'na$0', 'name = "$0"', 'tags = { a$0 }'])
      expect(labelsAt(text(rest), { language: 'terraform' })).toEqual([]);
  });
});
