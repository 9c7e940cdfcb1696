// What the ARNs of Terraform's resources look like, by type, as far as a configuration tells. A test holds each shape
// against the ARN patterns of the catalog.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

export interface ArnShape {
  /**
   * What follows `arn:${partition}:`. `${name}` stands for the attribute `name`, with a `/` at its end where the value
   * may hold slashes or colons; what no attribute tells is known only later.
   */
  readonly arn: string;
  /** What the attribute `id` is: another attribute, or the ARN. */
  readonly id?: string;
}

const named = (arn: string, id?: string): ArnShape => (id === undefined ? { arn } : { arn, id });

/** `service:region:account:` */
const regional = (service: string) => `${service}:\${region}:\${account}:`;

const iam = (kind: string): ArnShape =>
  named(`iam::\${account}:${kind}\${path/}\${name}`, kind === 'policy' ? 'arn' : 'name');

export const arnShapes: ReadonlyMap<string, ArnShape> = new Map([
  ['aws_acm_certificate', named(`${regional('acm')}certificate/\${certificate_id}`, 'arn')],
  ['aws_acmpca_certificate_authority', named(`${regional('acm-pca')}certificate-authority/\${ca_id}`, 'arn')],
  ['aws_appsync_graphql_api', named(`${regional('appsync')}apis/\${id}`)],
  ['aws_athena_workgroup', named(`${regional('athena')}workgroup/\${name}`, 'name')],
  ['aws_backup_plan', named(`${regional('backup')}backup-plan:\${id}`)],
  ['aws_backup_vault', named(`${regional('backup')}backup-vault:\${name}`, 'name')],
  ['aws_batch_job_definition', named(`${regional('batch')}job-definition/\${name}:\${revision}`, 'arn')],
  ['aws_batch_job_queue', named(`${regional('batch')}job-queue/\${name}`, 'arn')],
  ['aws_cloudfront_distribution', named('cloudfront::${account}:distribution/${id}')],
  ['aws_cloudfront_function', named('cloudfront::${account}:function/${name}', 'name')],
  ['aws_cloudtrail', named(`${regional('cloudtrail')}trail/\${name}`)],
  ['aws_cloudwatch_event_bus', named(`${regional('events')}event-bus/\${name/}`, 'name')],
  ['aws_cloudwatch_log_destination', named(`${regional('logs')}destination:\${name}`, 'name')],
  ['aws_cloudwatch_log_group', named(`${regional('logs')}log-group:\${name/}`, 'name')],
  ['aws_cloudwatch_metric_alarm', named(`${regional('cloudwatch')}alarm:\${alarm_name/}`, 'alarm_name')],
  ['aws_codeartifact_domain', named(`${regional('codeartifact')}domain/\${domain}`, 'arn')],
  [
    'aws_codeartifact_repository',
    named(`${regional('codeartifact')}repository/\${domain}/\${repository}`, 'arn'),
  ],
  ['aws_codebuild_project', named(`${regional('codebuild')}project/\${name}`, 'arn')],
  ['aws_codecommit_repository', named(`${regional('codecommit')}\${repository_name}`, 'repository_name')],
  ['aws_codepipeline', named(`${regional('codepipeline')}\${name}`, 'name')],
  [
    'aws_codestarconnections_connection',
    named(`${regional('codestar-connections')}connection/\${uuid}`, 'arn'),
  ],
  ['aws_cognito_identity_pool', named(`${regional('cognito-identity')}identitypool/\${id/}`)],
  ['aws_cognito_user_pool', named(`${regional('cognito-idp')}userpool/\${id}`)],
  ['aws_db_instance', named(`${regional('rds')}db:\${identifier}`)],
  ['aws_docdb_cluster', named(`${regional('rds')}cluster:\${cluster_identifier}`, 'cluster_identifier')],
  ['aws_dynamodb_table', named(`${regional('dynamodb')}table/\${name}`, 'name')],
  ['aws_ecr_repository', named(`${regional('ecr')}repository/\${name/}`, 'name')],
  ['aws_ecs_cluster', named(`${regional('ecs')}cluster/\${name}`, 'arn')],
  ['aws_ecs_task_definition', named(`${regional('ecs')}task-definition/\${family}:\${revision}`, 'family')],
  ['aws_efs_access_point', named(`${regional('elasticfilesystem')}access-point/\${id}`)],
  ['aws_efs_file_system', named(`${regional('elasticfilesystem')}file-system/\${id}`)],
  ['aws_eks_cluster', named(`${regional('eks')}cluster/\${name}`, 'name')],
  [
    'aws_elasticache_replication_group',
    named(`${regional('elasticache')}replicationgroup:\${replication_group_id}`),
  ],
  ['aws_elasticsearch_domain', named(`${regional('es')}domain/\${domain_name}`, 'arn')],
  ['aws_glue_catalog_database', named(`${regional('glue')}database/\${name}`)],
  ['aws_glue_catalog_table', named(`${regional('glue')}table/\${database_name}/\${name}`)],
  ['aws_glue_job', named(`${regional('glue')}job/\${name}`, 'name')],
  ['aws_iam_group', iam('group')],
  ['aws_iam_instance_profile', iam('instance-profile')],
  ['aws_iam_openid_connect_provider', named('iam::${account}:oidc-provider/${provider/}', 'arn')],
  ['aws_iam_policy', iam('policy')],
  ['aws_iam_role', iam('role')],
  ['aws_iam_saml_provider', named('iam::${account}:saml-provider/${name}', 'arn')],
  ['aws_iam_user', iam('user')],
  ['aws_instance', named(`${regional('ec2')}instance/\${id}`)],
  ['aws_kinesis_firehose_delivery_stream', named(`${regional('firehose')}deliverystream/\${name}`, 'arn')],
  ['aws_kinesis_stream', named(`${regional('kinesis')}stream/\${name}`, 'arn')],
  ['aws_kms_alias', named(`${regional('kms')}\${name/}`, 'name')],
  ['aws_kms_external_key', named(`${regional('kms')}key/\${key_id}`)],
  ['aws_kms_key', named(`${regional('kms')}key/\${key_id}`, 'key_id')],
  ['aws_kms_replica_key', named(`${regional('kms')}key/\${key_id}`, 'key_id')],
  ['aws_lambda_alias', named(`${regional('lambda')}function:\${function_name}:\${name}`, 'arn')],
  ['aws_lambda_function', named(`${regional('lambda')}function:\${function_name}`, 'function_name')],
  ['aws_lambda_layer_version', named(`${regional('lambda')}layer:\${layer_name}:\${version}`, 'arn')],
  ['aws_memorydb_cluster', named(`${regional('memorydb')}cluster/\${name}`, 'name')],
  ['aws_mq_broker', named(`${regional('mq')}broker:\${broker_name}:\${id}`)],
  ['aws_msk_cluster', named(`${regional('kafka')}cluster/\${cluster_name}/\${uuid}`, 'arn')],
  ['aws_neptune_cluster', named(`${regional('rds')}cluster:\${cluster_identifier}`, 'cluster_identifier')],
  ['aws_opensearch_domain', named(`${regional('es')}domain/\${domain_name}`, 'arn')],
  ['aws_opensearchserverless_collection', named(`${regional('aoss')}collection/\${id}`)],
  ['aws_pipes_pipe', named(`${regional('pipes')}pipe/\${name}`, 'name')],
  ['aws_ram_resource_share', named(`${regional('ram')}resource-share/\${uuid}`, 'arn')],
  ['aws_rds_cluster', named(`${regional('rds')}cluster:\${cluster_identifier}`, 'cluster_identifier')],
  ['aws_redshift_cluster', named(`${regional('redshift')}cluster:\${cluster_identifier}`)],
  ['aws_route53_zone', named('route53:::hostedzone/${zone_id}', 'zone_id')],
  ['aws_s3_access_point', named(`${regional('s3')}accesspoint/\${name}`)],
  ['aws_s3_bucket', named('s3:::${bucket}', 'bucket')],
  ['aws_s3_directory_bucket', named(`${regional('s3express')}bucket/\${bucket}`, 'bucket')],
  ['aws_s3tables_table_bucket', named(`${regional('s3tables')}bucket/\${name}`)],
  ['aws_sagemaker_endpoint', named(`${regional('sagemaker')}endpoint/\${name}`, 'name')],
  ['aws_scheduler_schedule_group', named(`${regional('scheduler')}schedule-group/\${name}`, 'name')],
  ['aws_secretsmanager_secret', named(`${regional('secretsmanager')}secret:\${name/}-\${suffix}`, 'arn')],
  ['aws_security_group', named(`${regional('ec2')}security-group/\${id}`)],
  ['aws_sfn_activity', named(`${regional('states')}activity:\${name}`, 'arn')],
  ['aws_sfn_state_machine', named(`${regional('states')}stateMachine:\${name}`, 'arn')],
  ['aws_sns_topic', named(`${regional('sns')}\${name}`, 'arn')],
  ['aws_sqs_queue', named(`${regional('sqs')}\${name}`)],
  ['aws_ssm_parameter', named(`${regional('ssm')}parameter/\${name/}`, 'name')],
  ['aws_subnet', named(`${regional('ec2')}subnet/\${id}`)],
  ['aws_transfer_server', named(`${regional('transfer')}server/\${id}`)],
  ['aws_vpc', named(`${regional('ec2')}vpc/\${id}`)],
]);
