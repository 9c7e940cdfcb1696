// Which properties of which CloudFormation resource types hold a policy, of which type.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
import type { PolicyType } from '../../policy/types';

export interface PolicyProperty {
  /** Names from the resource's Properties inwards; `*` stands for each item of a list. */
  readonly path: readonly string[];
  readonly type: PolicyType;
  /** For resource policies: the type of resource that the policy protects. */
  readonly protects?: string;
}

const resource = (path: string, protects: string): readonly PolicyProperty[] => [
  { path: path.split('.'), type: 'resource', protects },
];

/** Resource policies and the policies of VPC endpoints; IAM's own types are in `iam.ts`. */
export const policyProperties: ReadonlyMap<string, readonly PolicyProperty[]> = new Map([
  ['AWS::EC2::VPCEndpoint', [{ path: ['PolicyDocument'], type: 'endpoint' }]],
  ['AWS::S3::BucketPolicy', resource('PolicyDocument', 'AWS::S3::Bucket')],
  ['AWS::S3::AccessPoint', resource('Policy', 'AWS::S3::AccessPoint')],
  ['AWS::S3::MultiRegionAccessPointPolicy', resource('Policy', 'AWS::S3::MultiRegionAccessPoint')],
  ['AWS::S3ObjectLambda::AccessPointPolicy', resource('PolicyDocument', 'AWS::S3ObjectLambda::AccessPoint')],
  ['AWS::S3Express::BucketPolicy', resource('PolicyDocument', 'AWS::S3Express::DirectoryBucket')],
  ['AWS::S3Outposts::BucketPolicy', resource('PolicyDocument', 'AWS::S3Outposts::Bucket')],
  ['AWS::S3Tables::TableBucketPolicy', resource('ResourcePolicy', 'AWS::S3Tables::TableBucket')],
  ['AWS::SQS::QueuePolicy', resource('PolicyDocument', 'AWS::SQS::Queue')],
  ['AWS::SQS::QueueInlinePolicy', resource('PolicyDocument', 'AWS::SQS::Queue')],
  ['AWS::SNS::TopicPolicy', resource('PolicyDocument', 'AWS::SNS::Topic')],
  ['AWS::SNS::TopicInlinePolicy', resource('PolicyDocument', 'AWS::SNS::Topic')],
  ['AWS::KMS::Key', resource('KeyPolicy', 'AWS::KMS::Key')],
  ['AWS::KMS::ReplicaKey', resource('KeyPolicy', 'AWS::KMS::Key')],
  ['AWS::ECR::Repository', resource('RepositoryPolicyText', 'AWS::ECR::Repository')],
  ['AWS::ECR::RegistryPolicy', resource('PolicyText', 'AWS::ECR::Registry')],
  ['AWS::ECR::PublicRepository', resource('RepositoryPolicyText', 'AWS::ECR::PublicRepository')],
  ['AWS::SecretsManager::ResourcePolicy', resource('ResourcePolicy', 'AWS::SecretsManager::Secret')],
  ['AWS::DynamoDB::Table', resource('ResourcePolicy.PolicyDocument', 'AWS::DynamoDB::Table')],
  ['AWS::Kinesis::ResourcePolicy', resource('ResourcePolicy', 'AWS::Kinesis::Stream')],
  ['AWS::Logs::ResourcePolicy', resource('PolicyDocument', 'AWS::Logs::LogGroup')],
  ['AWS::EFS::FileSystem', resource('FileSystemPolicy', 'AWS::EFS::FileSystem')],
  ['AWS::Backup::BackupVault', resource('AccessPolicy', 'AWS::Backup::BackupVault')],
  ['AWS::ApiGateway::RestApi', resource('Policy', 'AWS::ApiGateway::RestApi')],
  ['AWS::OpenSearchService::Domain', resource('AccessPolicies', 'AWS::OpenSearchService::Domain')],
  ['AWS::Elasticsearch::Domain', resource('AccessPolicies', 'AWS::OpenSearchService::Domain')],
  ['AWS::CodeArtifact::Domain', resource('PermissionsPolicyDocument', 'AWS::CodeArtifact::Domain')],
  ['AWS::CodeArtifact::Repository', resource('PermissionsPolicyDocument', 'AWS::CodeArtifact::Repository')],
  ['AWS::Glacier::Vault', resource('AccessPolicy', 'AWS::Glacier::Vault')],
  ['AWS::MediaStore::Container', resource('Policy', 'AWS::MediaStore::Container')],
]);
