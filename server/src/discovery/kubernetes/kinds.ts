// Which fields of which custom resources hold a policy, of which type: those of AWS Controllers for Kubernetes (ACK)
// and of Crossplane's two AWS providers.
// https://aws-controllers-k8s.github.io/docs/api-reference/
// https://marketplace.upbound.io/providers/upbound/provider-family-aws
// https://github.com/crossplane-contrib/provider-aws
import type { PolicyType } from '../../policy/types';

export type OwnerKind = 'user' | 'group' | 'role';

export interface PolicyField {
  /** Names from the resource's parameters inwards; `*` stands for each entry of a list or a map. */
  readonly path: readonly string[];
  readonly type: PolicyType;
  readonly storage: 'inline' | 'managed';
  /** Whose policy it is: that of the resource itself, or of whom a field names. */
  readonly owner?: { readonly kind: OwnerKind; readonly field: string | 'itself' };
  /** For resource policies: the type of resource that the policy protects, in CloudFormation's words. */
  readonly protects?: string;
}

/** Who defines a custom resource; each has its own names for the same fields. */
export type Family = 'ack' | 'upbound' | 'crossplane';

const trust = (path: string): PolicyField => ({
  path: [path],
  type: 'trust',
  storage: 'inline',
  owner: { kind: 'role', field: 'itself' },
});

const inline = (path: string, kind: OwnerKind, field: string): PolicyField => ({
  path: path.split('.'),
  type: 'identity',
  storage: 'inline',
  owner: { kind, field },
});

const managed = (path: string): readonly PolicyField[] => [
  { path: [path], type: 'identity', storage: 'managed' },
];

const resource = (path: string, protects: string): readonly PolicyField[] => [
  { path: [path], type: 'resource', storage: 'inline', protects },
];

const endpoint = (path: string): readonly PolicyField[] => [
  { path: [path], type: 'endpoint', storage: 'inline' },
];

type Kinds = ReadonlyMap<string, readonly PolicyField[]>;

/** By the service in the API group, and the kind. */
export const policyFields: Readonly<Record<Family, Kinds>> = {
  ack: new Map([
    ['iam/Role', [trust('assumeRolePolicyDocument'), inline('inlinePolicies.*', 'role', 'itself')]],
    ['iam/User', [inline('inlinePolicies.*', 'user', 'itself')]],
    ['iam/Group', [inline('inlinePolicies.*', 'group', 'itself')]],
    ['iam/Policy', managed('policyDocument')],
    ['s3/Bucket', resource('policy', 'AWS::S3::Bucket')],
    ['sqs/Queue', resource('policy', 'AWS::SQS::Queue')],
    ['sns/Topic', resource('policy', 'AWS::SNS::Topic')],
    ['kms/Key', resource('policy', 'AWS::KMS::Key')],
    ['ecr/Repository', resource('policy', 'AWS::ECR::Repository')],
    ['efs/FileSystem', resource('policy', 'AWS::EFS::FileSystem')],
    ['dynamodb/Table', resource('resourcePolicy', 'AWS::DynamoDB::Table')],
    ['opensearchservice/Domain', resource('accessPolicies', 'AWS::OpenSearchService::Domain')],
    ['apigateway/RestAPI', resource('policy', 'AWS::ApiGateway::RestApi')],
    ['ec2/VPCEndpoint', endpoint('policyDocument')],
  ]),
  upbound: new Map([
    ['iam/Role', [trust('assumeRolePolicy'), inline('inlinePolicy.*.policy', 'role', 'itself')]],
    ['iam/Policy', managed('policy')],
    ['iam/RolePolicy', [inline('policy', 'role', 'role')]],
    ['s3/BucketPolicy', resource('policy', 'AWS::S3::Bucket')],
    ['s3control/AccessPoint', resource('policy', 'AWS::S3::AccessPoint')],
    ['s3control/AccessPointPolicy', resource('policy', 'AWS::S3::AccessPoint')],
    ['s3control/ObjectLambdaAccessPointPolicy', resource('policy', 'AWS::S3ObjectLambda::AccessPoint')],
    ['sqs/Queue', resource('policy', 'AWS::SQS::Queue')],
    ['sqs/QueuePolicy', resource('policy', 'AWS::SQS::Queue')],
    ['sns/Topic', resource('policy', 'AWS::SNS::Topic')],
    ['sns/TopicPolicy', resource('policy', 'AWS::SNS::Topic')],
    ['kms/Key', resource('policy', 'AWS::KMS::Key')],
    ['kms/ReplicaKey', resource('policy', 'AWS::KMS::Key')],
    ['kms/ExternalKey', resource('policy', 'AWS::KMS::Key')],
    ['kms/ReplicaExternalKey', resource('policy', 'AWS::KMS::Key')],
    ['ecr/RepositoryPolicy', resource('policy', 'AWS::ECR::Repository')],
    ['ecr/RegistryPolicy', resource('policy', 'AWS::ECR::Registry')],
    ['ecrpublic/RepositoryPolicy', resource('policy', 'AWS::ECR::PublicRepository')],
    ['secretsmanager/SecretPolicy', resource('policy', 'AWS::SecretsManager::Secret')],
    ['dynamodb/ResourcePolicy', resource('policy', 'AWS::DynamoDB::Table')],
    ['efs/FileSystemPolicy', resource('policy', 'AWS::EFS::FileSystem')],
    ['backup/VaultPolicy', resource('policy', 'AWS::Backup::BackupVault')],
    ['cloudwatchlogs/ResourcePolicy', resource('policyDocument', 'AWS::Logs::LogGroup')],
    ['opensearch/DomainPolicy', resource('accessPolicies', 'AWS::OpenSearchService::Domain')],
    ['apigateway/RestAPIPolicy', resource('policy', 'AWS::ApiGateway::RestApi')],
    ['ec2/VPCEndpoint', endpoint('policy')],
  ]),
  crossplane: new Map([
    ['iam/Role', [trust('assumeRolePolicyDocument')]],
    ['iam/Policy', managed('document')],
    ['iam/RolePolicy', [inline('document', 'role', 'roleName')]],
    // Their `policy` is in words of the provider's own, not in those of IAM.
    ['s3/BucketPolicy', resource('rawPolicy', 'AWS::S3::Bucket')],
    ['ecr/RepositoryPolicy', resource('rawPolicy', 'AWS::ECR::Repository')],
    ['sqs/Queue', resource('policy', 'AWS::SQS::Queue')],
    ['sns/Topic', resource('policy', 'AWS::SNS::Topic')],
    ['kms/Key', resource('policy', 'AWS::KMS::Key')],
    ['cloudwatchlogs/ResourcePolicy', resource('policyDocument', 'AWS::Logs::LogGroup')],
    ['ec2/VPCEndpoint', endpoint('policyDocument')],
  ]),
};
