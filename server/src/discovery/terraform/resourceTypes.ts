// Which attributes of which resource types of Terraform's AWS provider hold a policy, of which type.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs
import type { PolicyType } from '../../policy/types';

export interface PolicyAttribute {
  readonly attribute: string;
  readonly type: PolicyType;
  readonly storage: 'inline' | 'managed';
  /** Whose policy it is, and the attribute that names them. */
  readonly owner?: { readonly kind: 'user' | 'group' | 'role'; readonly attribute: string };
  /** For resource policies: the type of resource that the policy protects, in CloudFormation's words. */
  readonly protects?: string;
}

const inlineOf = (kind: 'user' | 'group' | 'role'): PolicyAttribute => ({
  attribute: 'policy',
  type: 'identity',
  storage: 'inline',
  owner: { kind, attribute: kind },
});

const resource = (protects: string, attribute = 'policy'): PolicyAttribute => ({
  attribute,
  type: 'resource',
  storage: 'inline',
  protects,
});

export const policyAttributes: ReadonlyMap<string, PolicyAttribute> = new Map([
  ['aws_iam_policy', { attribute: 'policy', type: 'identity', storage: 'managed' }],
  ['aws_iam_user_policy', inlineOf('user')],
  ['aws_iam_group_policy', inlineOf('group')],
  ['aws_iam_role_policy', inlineOf('role')],
  ['aws_iam_role', { attribute: 'assume_role_policy', type: 'trust', storage: 'inline' }],
  ['aws_vpc_endpoint', { attribute: 'policy', type: 'endpoint', storage: 'inline' }],
  ['aws_vpc_endpoint_policy', { attribute: 'policy', type: 'endpoint', storage: 'inline' }],
  ['aws_s3_bucket_policy', resource('AWS::S3::Bucket')],
  ['aws_sqs_queue', resource('AWS::SQS::Queue')],
  ['aws_sqs_queue_policy', resource('AWS::SQS::Queue')],
  ['aws_sns_topic', resource('AWS::SNS::Topic')],
  ['aws_sns_topic_policy', resource('AWS::SNS::Topic')],
  ['aws_kms_key', resource('AWS::KMS::Key')],
  ['aws_kms_key_policy', resource('AWS::KMS::Key')],
  ['aws_ecr_repository_policy', resource('AWS::ECR::Repository')],
  ['aws_ecr_registry_policy', resource('AWS::ECR::Registry')],
  ['aws_secretsmanager_secret', resource('AWS::SecretsManager::Secret')],
  ['aws_secretsmanager_secret_policy', resource('AWS::SecretsManager::Secret')],
  ['aws_dynamodb_resource_policy', resource('AWS::DynamoDB::Table')],
  ['aws_efs_file_system_policy', resource('AWS::EFS::FileSystem')],
  ['aws_backup_vault_policy', resource('AWS::Backup::BackupVault')],
  ['aws_opensearch_domain_policy', resource('AWS::OpenSearchService::Domain', 'access_policies')],
  ['aws_cloudwatch_log_resource_policy', resource('AWS::Logs::LogGroup', 'policy_document')],
  ['aws_api_gateway_rest_api_policy', resource('AWS::ApiGateway::RestApi')],
]);
