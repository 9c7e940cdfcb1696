// Which attributes of which resource types of Terraform's AWS providers hold a policy, of which type.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs
import type { PolicyType } from '../../policy/types';

export interface PolicyAttribute {
  /** Names from the resource's body inwards, through blocks and lists: `inline_policy.policy`. */
  readonly path: string;
  readonly type: PolicyType;
  readonly storage: 'inline' | 'managed';
  /** Whose policy it is, and the attribute that names them; none where it is the resource itself. */
  readonly owner?: { readonly kind: 'user' | 'group' | 'role'; readonly attribute?: string };
  /** For resource policies: the type of resource that the policy protects, in CloudFormation's words. */
  readonly protects?: string;
}

type Attributes = readonly PolicyAttribute[];

const inlineOf = (kind: 'user' | 'group' | 'role'): Attributes => [
  { path: 'policy', type: 'identity', storage: 'inline', owner: { kind, attribute: kind } },
];

const managed = (path: string): Attributes => [{ path, type: 'identity', storage: 'managed' }];

const role = (trust: string, policies: string): Attributes => [
  { path: trust, type: 'trust', storage: 'inline', owner: { kind: 'role' } },
  { path: policies, type: 'identity', storage: 'inline', owner: { kind: 'role' } },
];

const resource = (protects: string, path = 'policy'): Attributes => [
  { path, type: 'resource', storage: 'inline', protects },
];

const endpoint = (path = 'policy'): Attributes => [{ path, type: 'endpoint', storage: 'inline' }];

const session = (path: string): Attributes => [{ path, type: 'session', storage: 'inline' }];

const iam: readonly (readonly [string, Attributes])[] = [
  ['aws_iam_policy', managed('policy')],
  ['aws_iam_user_policy', inlineOf('user')],
  ['aws_iam_group_policy', inlineOf('group')],
  ['aws_iam_role_policy', inlineOf('role')],
  ['aws_iam_role', role('assume_role_policy', 'inline_policy.policy')],
  [
    'aws_ssoadmin_permission_set_inline_policy',
    [{ path: 'inline_policy', type: 'identity', storage: 'inline', protects: 'AWS::SSO::PermissionSet' }],
  ],
  ['aws_rolesanywhere_profile', session('session_policy')],
  ['aws_transfer_access', session('policy')],
  ['aws_transfer_user', session('policy')],
];

const storage: readonly (readonly [string, Attributes])[] = [
  ['aws_s3_bucket', resource('AWS::S3::Bucket')],
  ['aws_s3_bucket_policy', resource('AWS::S3::Bucket')],
  ['aws_s3_access_point', resource('AWS::S3::AccessPoint')],
  ['aws_s3control_access_grants_instance_resource_policy', resource('AWS::S3::AccessGrantsInstance')],
  ['aws_s3control_access_point_policy', resource('AWS::S3::AccessPoint')],
  ['aws_s3control_bucket_policy', resource('AWS::S3Outposts::Bucket')],
  [
    'aws_s3control_multi_region_access_point_policy',
    resource('AWS::S3::MultiRegionAccessPoint', 'details.policy'),
  ],
  ['aws_s3control_object_lambda_access_point_policy', resource('AWS::S3ObjectLambda::AccessPoint')],
  ['aws_s3tables_table_bucket_policy', resource('AWS::S3Tables::TableBucket', 'resource_policy')],
  ['aws_s3tables_table_policy', resource('AWS::S3Tables::Table', 'resource_policy')],
  ['aws_s3vectors_vector_bucket_policy', resource('AWS::S3Vectors::VectorBucket')],
  ['aws_backup_vault_policy', resource('AWS::Backup::BackupVault')],
  ['aws_efs_file_system_policy', resource('AWS::EFS::FileSystem')],
  ['aws_glacier_vault', resource('AWS::Glacier::Vault', 'access_policy')],
  ['aws_glacier_vault_lock', resource('AWS::Glacier::Vault')],
  ['aws_media_store_container_policy', resource('AWS::MediaStore::Container')],
  ['aws_dynamodb_resource_policy', resource('AWS::DynamoDB::Table')],
];

const messages: readonly (readonly [string, Attributes])[] = [
  ['aws_sqs_queue', resource('AWS::SQS::Queue')],
  ['aws_sqs_queue_policy', resource('AWS::SQS::Queue')],
  ['aws_sns_topic', resource('AWS::SNS::Topic')],
  ['aws_sns_topic_policy', resource('AWS::SNS::Topic')],
  ['aws_cloudwatch_event_bus_policy', resource('AWS::Events::EventBus')],
  ['aws_kinesis_resource_policy', resource('AWS::Kinesis::Stream')],
  ['aws_msk_cluster_policy', resource('AWS::MSK::Cluster')],
  ['aws_schemas_registry_policy', resource('AWS::EventSchemas::Registry')],
  ['aws_ses_identity_policy', resource('AWS::SES::EmailIdentity')],
  ['aws_sesv2_email_identity_policy', resource('AWS::SES::EmailIdentity')],
];

const secrets: readonly (readonly [string, Attributes])[] = [
  ['aws_kms_key', resource('AWS::KMS::Key')],
  ['aws_kms_key_policy', resource('AWS::KMS::Key')],
  ['aws_kms_external_key', resource('AWS::KMS::Key')],
  ['aws_kms_replica_key', resource('AWS::KMS::Key')],
  ['aws_kms_replica_external_key', resource('AWS::KMS::Key')],
  ['aws_secretsmanager_secret', resource('AWS::SecretsManager::Secret')],
  ['aws_secretsmanager_secret_policy', resource('AWS::SecretsManager::Secret')],
  ['aws_acmpca_policy', resource('AWS::ACMPCA::CertificateAuthority')],
];

const computing: readonly (readonly [string, Attributes])[] = [
  ['aws_codeartifact_domain_permissions_policy', resource('AWS::CodeArtifact::Domain', 'policy_document')],
  [
    'aws_codeartifact_repository_permissions_policy',
    resource('AWS::CodeArtifact::Repository', 'policy_document'),
  ],
  ['aws_codebuild_resource_policy', resource('AWS::CodeBuild::Project')],
  ['aws_ecr_registry_policy', resource('AWS::ECR::Registry')],
  ['aws_ecr_repository_creation_template', resource('AWS::ECR::Repository', 'repository_policy')],
  ['aws_ecr_repository_policy', resource('AWS::ECR::Repository')],
  ['aws_ecrpublic_repository_policy', resource('AWS::ECR::PublicRepository')],
  [
    'aws_sagemaker_model_package_group_policy',
    resource('AWS::SageMaker::ModelPackageGroup', 'resource_policy'),
  ],
];

const network: readonly (readonly [string, Attributes])[] = [
  ['aws_vpc_endpoint', endpoint()],
  ['aws_vpc_endpoint_policy', endpoint()],
  ['aws_api_gateway_domain_name', resource('AWS::ApiGateway::DomainName')],
  ['aws_api_gateway_rest_api', resource('AWS::ApiGateway::RestApi')],
  ['aws_api_gateway_rest_api_policy', resource('AWS::ApiGateway::RestApi')],
  ['aws_networkfirewall_resource_policy', resource('AWS::NetworkFirewall::FirewallPolicy')],
  ['aws_vpclattice_auth_policy', resource('AWS::VpcLattice::Service')],
  ['aws_vpclattice_resource_policy', resource('AWS::VpcLattice::ServiceNetwork')],
];

const insight: readonly (readonly [string, Attributes])[] = [
  ['aws_cloudsearch_domain_service_access_policy', resource('AWS::CloudSearch::Domain', 'access_policy')],
  [
    'aws_cloudwatch_log_delivery_destination_policy',
    resource('AWS::Logs::DeliveryDestination', 'delivery_destination_policy'),
  ],
  ['aws_cloudwatch_log_destination_policy', resource('AWS::Logs::Destination', 'access_policy')],
  ['aws_cloudwatch_log_resource_policy', resource('AWS::Logs::LogGroup', 'policy_document')],
  ['aws_elasticsearch_domain', resource('AWS::OpenSearchService::Domain', 'access_policies')],
  ['aws_elasticsearch_domain_policy', resource('AWS::OpenSearchService::Domain', 'access_policies')],
  ['aws_glue_resource_policy', resource('AWS::Glue::Catalog')],
  ['aws_oam_sink_policy', resource('AWS::Oam::Sink')],
  ['aws_opensearch_domain', resource('AWS::OpenSearchService::Domain', 'access_policies')],
  ['aws_opensearch_domain_policy', resource('AWS::OpenSearchService::Domain', 'access_policies')],
  ['aws_organizations_resource_policy', resource('AWS::Organizations::Organization', 'content')],
  ['aws_redshift_resource_policy', resource('AWS::Redshift::Cluster')],
  ['aws_redshiftserverless_resource_policy', resource('AWS::RedshiftServerless::Snapshot')],
  ['aws_xray_resource_policy', resource('AWS::XRay::Group', 'policy_document')],
];

/** The other provider, whose resources are CloudFormation's. https://registry.terraform.io/providers/hashicorp/awscc */
const cloudControl: readonly (readonly [string, Attributes])[] = [
  ['awscc_iam_managed_policy', managed('policy_document')],
  ['awscc_iam_role', role('assume_role_policy_document', 'policies.policy_document')],
  ['awscc_ec2_vpc_endpoint', endpoint('policy_document')],
  ['awscc_kms_key', resource('AWS::KMS::Key', 'key_policy')],
  ['awscc_kms_replica_key', resource('AWS::KMS::Key', 'key_policy')],
  ['awscc_s3_bucket_policy', resource('AWS::S3::Bucket', 'policy_document')],
  ['awscc_secretsmanager_resource_policy', resource('AWS::SecretsManager::Secret', 'resource_policy')],
  ['awscc_sns_topic_policy', resource('AWS::SNS::Topic', 'policy_document')],
  ['awscc_sqs_queue_policy', resource('AWS::SQS::Queue', 'policy_document')],
];

export const policyAttributes: ReadonlyMap<string, Attributes> = new Map([
  ...iam,
  ...storage,
  ...messages,
  ...secrets,
  ...computing,
  ...network,
  ...insight,
  ...cloudControl,
]);

/** Attributes that bear the name of a policy but speak another language than IAM's. */
export const otherLanguages: ReadonlySet<string> = new Set([
  'aws_cloudwatch_log_account_policy',
  'aws_cloudwatch_log_data_protection_policy',
  'aws_dlm_lifecycle_policy',
  'aws_ecr_lifecycle_policy',
  'aws_iot_policy',
  'aws_opensearchserverless_access_policy',
  'aws_opensearchserverless_lifecycle_policy',
  'aws_opensearchserverless_security_policy',
  'aws_sns_topic_data_protection_policy',
  'aws_verifiedaccess_endpoint',
  'aws_verifiedaccess_group',
  'aws_verifiedpermissions_policy',
]);
