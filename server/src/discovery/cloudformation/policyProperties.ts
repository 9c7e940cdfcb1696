// Which properties of which CloudFormation resource types hold a policy, of which type. IAM's and SAM's own types are in
// iam.ts and sam.ts; other-policies.json in schemas/cloudformation/ says of every other candidate what it holds instead.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
import type { PolicyType } from '../../policy/types';

export interface PolicyProperty {
  /** Names from the resource's Properties inwards; `*` stands for each item of a list. */
  readonly path: readonly string[];
  readonly type: PolicyType;
  /** For resource policies: the type of resource that the policy protects. */
  readonly protects?: string;
  /** Whether the property holds statements, and AWS writes the policy around them. */
  readonly isStatement?: true;
}

type Row = readonly [string, readonly PolicyProperty[]];

const at = (path: string, type: PolicyType): PolicyProperty => ({ path: path.split('.'), type });

/** A policy that protects the resource itself, or one of another type. */
function resource(type: string, paths: string | readonly string[], protects = type): Row {
  const all = typeof paths === 'string' ? [paths] : paths;
  return [type, all.map((path) => ({ ...at(path, 'resource'), protects }))];
}

export const policyProperties: ReadonlyMap<string, readonly PolicyProperty[]> = new Map<
  string,
  readonly PolicyProperty[]
>([
  ['AWS::EC2::VPCEndpoint', [at('PolicyDocument', 'endpoint')]],
  [
    'AWS::ODB::OdbNetwork',
    ['KmsPolicyDocument', 'S3PolicyDocument', 'StsPolicyDocument'].map((path) => at(path, 'endpoint')),
  ],
  ['AWS::EKS::PodIdentityAssociation', [at('Policy', 'session')]],
  ['AWS::RolesAnywhere::Profile', [at('SessionPolicy', 'session')]],
  ['AWS::Transfer::User', [at('Policy', 'session')]],
  ['AWS::SSO::PermissionSet', [at('InlinePolicy', 'identity')]],
  [
    'AWS::Events::EventBusPolicy',
    [{ ...at('Statement', 'resource'), protects: 'AWS::Events::EventBus', isStatement: true }],
  ],
  resource('AWS::AIOps::InvestigationGroup', 'InvestigationGroupPolicy'),
  resource('AWS::APS::ResourcePolicy', 'PolicyDocument', 'AWS::APS::Workspace'),
  resource('AWS::ApiGateway::DomainNameV2', 'Policy'),
  resource('AWS::ApiGateway::RestApi', 'Policy'),
  resource('AWS::Backup::BackupVault', 'AccessPolicy'),
  resource('AWS::Backup::LogicallyAirGappedBackupVault', 'AccessPolicy'),
  resource('AWS::Bedrock::KnowledgeBasePolicy', 'PolicyDocument', 'AWS::Bedrock::KnowledgeBase'),
  resource('AWS::Bedrock::ResourcePolicy', 'PolicyDocument', 'AWS::Bedrock::Resource'),
  resource('AWS::BedrockAgentCore::ResourcePolicy', 'Policy', 'AWS::BedrockAgentCore::Resource'),
  resource('AWS::CloudTrail::ResourcePolicy', 'ResourcePolicy', 'AWS::CloudTrail::Channel'),
  resource('AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument'),
  resource('AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument'),
  resource('AWS::Comprehend::DocumentClassifier', 'ModelPolicy'),
  resource('AWS::Comprehend::EntityRecognizer', 'ModelPolicy'),
  resource('AWS::DSQL::Cluster', 'PolicyDocument'),
  resource(
    'AWS::DynamoDB::GlobalTable',
    [
      'Replicas.*.ResourcePolicy.PolicyDocument',
      'Replicas.*.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument',
    ],
    'AWS::DynamoDB::Table',
  ),
  resource('AWS::DynamoDB::Table', [
    'ResourcePolicy.PolicyDocument',
    'StreamSpecification.ResourcePolicy.PolicyDocument',
  ]),
  resource('AWS::ECR::PublicRepository', 'RepositoryPolicyText'),
  resource('AWS::ECR::RegistryPolicy', 'PolicyText', 'AWS::ECR::Registry'),
  resource('AWS::ECR::Repository', 'RepositoryPolicyText'),
  resource('AWS::ECR::RepositoryCreationTemplate', 'RepositoryPolicy', 'AWS::ECR::Repository'),
  resource('AWS::EFS::FileSystem', 'FileSystemPolicy'),
  resource('AWS::Elasticsearch::Domain', 'AccessPolicies', 'AWS::OpenSearchService::Domain'),
  resource('AWS::EventSchemas::RegistryPolicy', 'Policy', 'AWS::EventSchemas::Registry'),
  resource('AWS::Events::EventBus', 'Policy'),
  resource('AWS::EventsV2::ResourcePolicy', 'PolicyDocument', 'AWS::EventsV2::EventBus'),
  resource('AWS::FSx::S3AccessPointAttachment', 'S3AccessPoint.Policy', 'AWS::S3::AccessPoint'),
  resource('AWS::KMS::Key', 'KeyPolicy'),
  resource('AWS::KMS::ReplicaKey', 'KeyPolicy', 'AWS::KMS::Key'),
  resource('AWS::Kinesis::ResourcePolicy', 'ResourcePolicy', 'AWS::Kinesis::Stream'),
  resource('AWS::Lambda::ResourcePolicy', 'PolicyDocument', 'AWS::Lambda::Function'),
  resource('AWS::Lex::ResourcePolicy', 'Policy', 'AWS::Lex::Bot'),
  resource('AWS::Logs::DeliveryDestination', 'DeliveryDestinationPolicy.DeliveryDestinationPolicy'),
  resource('AWS::Logs::Destination', 'DestinationPolicy'),
  resource('AWS::Logs::LogGroup', 'ResourcePolicyDocument'),
  resource('AWS::Logs::ResourcePolicy', 'PolicyDocument', 'AWS::Logs::LogGroup'),
  resource('AWS::MSK::ClusterPolicy', 'Policy', 'AWS::MSK::Cluster'),
  resource('AWS::MediaPackageV2::ChannelPolicy', 'Policy', 'AWS::MediaPackageV2::Channel'),
  resource('AWS::MediaPackageV2::OriginEndpointPolicy', 'Policy', 'AWS::MediaPackageV2::OriginEndpoint'),
  resource('AWS::MediaStore::Container', 'Policy'),
  resource('AWS::MediaTailor::ChannelPolicy', 'Policy', 'AWS::MediaTailor::Channel'),
  resource('AWS::OSIS::Pipeline', 'ResourcePolicy.Policy'),
  resource('AWS::Oam::Sink', 'Policy'),
  resource('AWS::Omics::SequenceStore', 'S3AccessPolicy'),
  resource('AWS::OpenSearchService::Domain', 'AccessPolicies'),
  resource('AWS::Organizations::ResourcePolicy', 'Content', 'AWS::Organizations::Organization'),
  resource('AWS::PaymentCryptography::Key', 'Policy'),
  resource('AWS::RUM::AppMonitor', 'ResourcePolicy.PolicyDocument'),
  resource('AWS::Redshift::Cluster', 'NamespaceResourcePolicy'),
  resource('AWS::RedshiftServerless::Namespace', 'NamespaceResourcePolicy'),
  resource('AWS::S3::AccessPoint', 'Policy'),
  resource('AWS::S3::BucketPolicy', 'PolicyDocument', 'AWS::S3::Bucket'),
  resource('AWS::S3::MultiRegionAccessPointPolicy', 'Policy', 'AWS::S3::MultiRegionAccessPoint'),
  resource('AWS::S3Express::AccessPoint', 'Policy'),
  resource('AWS::S3Express::BucketPolicy', 'PolicyDocument', 'AWS::S3Express::DirectoryBucket'),
  resource('AWS::S3Files::FileSystemPolicy', 'Policy', 'AWS::S3Files::FileSystem'),
  resource('AWS::S3ObjectLambda::AccessPointPolicy', 'PolicyDocument', 'AWS::S3ObjectLambda::AccessPoint'),
  resource('AWS::S3Outposts::AccessPoint', 'Policy'),
  resource('AWS::S3Outposts::BucketPolicy', 'PolicyDocument', 'AWS::S3Outposts::Bucket'),
  resource('AWS::S3Tables::TableBucketPolicy', 'ResourcePolicy', 'AWS::S3Tables::TableBucket'),
  resource('AWS::S3Tables::TablePolicy', 'ResourcePolicy', 'AWS::S3Tables::Table'),
  resource('AWS::S3Vectors::VectorBucketPolicy', 'Policy', 'AWS::S3Vectors::VectorBucket'),
  resource('AWS::SMSVOICE::ResourcePolicy', 'PolicyDocument', 'AWS::SMSVOICE::Resource'),
  resource('AWS::SNS::TopicInlinePolicy', 'PolicyDocument', 'AWS::SNS::Topic'),
  resource('AWS::SNS::TopicPolicy', 'PolicyDocument', 'AWS::SNS::Topic'),
  resource('AWS::SQS::QueueInlinePolicy', 'PolicyDocument', 'AWS::SQS::Queue'),
  resource('AWS::SQS::QueuePolicy', 'PolicyDocument', 'AWS::SQS::Queue'),
  resource('AWS::SSM::ResourcePolicy', 'Policy', 'AWS::SSM::Parameter'),
  resource('AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupPolicy'),
  resource('AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy', 'AWS::SecretsManager::Secret'),
  resource('AWS::VpcLattice::AuthPolicy', 'Policy', 'AWS::VpcLattice::Service'),
  resource('AWS::VpcLattice::ResourcePolicy', 'Policy', 'AWS::VpcLattice::ServiceNetwork'),
  resource('AWS::XRay::ResourcePolicy', 'PolicyDocument', 'AWS::XRay::Group'),
]);

/**
 * The policies of an organization, by their `Type`; its other kinds are no IAM policies.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html
 */
export const organizationPolicies: ReadonlyMap<string, readonly PolicyProperty[]> = new Map([
  ['SERVICE_CONTROL_POLICY', [at('Content', 'scp')]],
  ['RESOURCE_CONTROL_POLICY', [at('Content', 'rcp')]],
]);
