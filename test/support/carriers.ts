// One policy in every carrier: bare, in a template, in a manifest, in a string, in JSON, in YAML and in Terraform.
import { stringify } from 'yaml';
import type { PolicyType } from '../../server/src/policy/types';
import { inTerraform } from './terraformForms';

export interface Carried {
  readonly carrier: string;
  readonly text: string;
  readonly language: 'json' | 'yaml' | 'terraform';
  /** The type of a bare document, where its text does not tell. */
  readonly type?: PolicyType;
}

/** The CloudFormation resource that holds a policy of a type; none for types that no resource holds alone. */
const holders = new Map<PolicyType, (document: unknown) => object>([
  ['identity', (PolicyDocument) => ({ Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument } })],
  [
    'trust',
    (AssumeRolePolicyDocument) => ({ Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument } }),
  ],
  ['resource', (PolicyDocument) => ({ Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument } })],
]);

/** The custom resource of ACK that holds the JSON of a policy of a type. */
const manifests = new Map<PolicyType, (json: string) => object>([
  ['identity', (policyDocument) => manifest('iam', 'Policy', { policyDocument })],
  ['trust', (assumeRolePolicyDocument) => manifest('iam', 'Role', { assumeRolePolicyDocument })],
  ['resource', (policy) => manifest('s3', 'Bucket', { policy })],
]);

function manifest(service: string, kind: string, spec: object): object {
  return { apiVersion: `${service}.services.k8s.aws/v1alpha1`, kind, metadata: { name: 'holder' }, spec };
}

/** Renders a policy document in every carrier that can hold one of its type. */
export function inEveryCarrier(policy: unknown, type: PolicyType, hint?: PolicyType): readonly Carried[] {
  const holder = holders.get(type);
  const bare: Carried = {
    carrier: 'YAML',
    language: 'yaml',
    text: stringify(policy, { version: '1.1' }),
    ...(hint ? { type: hint } : {}),
  };
  const terraform = [...inTerraform(policy, type)].map(
    ([carrier, text]): Carried => ({ carrier, text, language: 'terraform' }),
  );
  if (!holder) return [bare, ...terraform];
  const template = { AWSTemplateFormatVersion: '2010-09-09', Resources: { Holder: holder(policy) } };
  const embedded = { Resources: { Holder: holder(JSON.stringify(policy)) } };
  const json = JSON.stringify(policy, null, 2);
  const block = { Resources: { Holder: holder(`${json}\n`) } };
  return [
    bare,
    { carrier: 'template in JSON', language: 'json', text: JSON.stringify(template, null, 2) },
    { carrier: 'template in YAML', language: 'yaml', text: stringify(template, { version: '1.1' }) },
    {
      carrier: 'template in YAML, flow style',
      language: 'yaml',
      text: stringify(template, { collectionStyle: 'flow', version: '1.1' }),
    },
    { carrier: 'JSON string in JSON', language: 'json', text: JSON.stringify(embedded, null, 2) },
    { carrier: 'JSON in a block of YAML', language: 'yaml', text: stringify(block, { lineWidth: 0 }) },
    {
      carrier: 'manifest of Kubernetes',
      language: 'yaml',
      text: stringify(manifests.get(type)?.(`${json}\n`), { lineWidth: 0 }),
    },
    ...terraform,
  ];
}
