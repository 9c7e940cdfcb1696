// What the ARNs of CloudFormation's resources look like, as a table that the server can read without parsing.
import { compareNames } from '../catalog/order';
import type { ResourceSpec, SpecDatabase } from './spec';

/**
 * What the database lacks or has otherwise than `Fn::GetAtt` and `Ref` give it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html
 */
const corrections: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'Arn arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}',
  'AWS::Events::Rule': 'Arn arn:${Partition}:events:${Region}:${Account}:rule/${RuleNameWithBus}',
  'AWS::Lambda::Alias': 'AliasArn arn:${Partition}:lambda:${Region}:${Account}:function:${AliasId}',
  'AWS::Lambda::LayerVersion':
    'LayerVersionArn arn:${Partition}:lambda:${Region}:${Account}:layer:${LayerVersionId}',
  'AWS::Lambda::Version': 'FunctionArn arn:${Partition}:lambda:${Region}:${Account}:function:${VersionId}',
  'AWS::KMS::ReplicaKey': 'Arn arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}',
  'AWS::Logs::LogGroup': 'Arn arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:*',
  'AWS::SecretsManager::Secret': 'Id arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${SecretId}',
  'AWS::Serverless::Function': 'Arn arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}',
  'AWS::Serverless::StateMachine': 'Arn arn:${Partition}:states:${Region}:${Account}:stateMachine:${Name}',
  'AWS::Serverless::SimpleTable': 'Arn arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}',
};

/** `S3::Bucket Arn s3:::<BucketName>`: type, attribute, ARN behind the partition; one a line, by type. */
export function arnLines(db: SpecDatabase): readonly string[] {
  const rows = new Map<string, string>();
  for (const resource of db.all('resource')) {
    const attribute = ownArn(resource);
    if (resource.arnTemplate === undefined || attribute === undefined) continue;
    rows.set(resource.cloudFormationType, `${attribute} ${withNames(resource, resource.arnTemplate)}`);
  }
  for (const [type, row] of Object.entries(corrections)) rows.set(type, row);
  return [...rows].sort(([a], [b]) => compareNames(a, b)).map(([type, row]) => lineOf(type, row));
}

/** The attribute that is the resource's own ARN, and not that of something beside it. */
function ownArn({ name, attributes, primaryIdentifier = [] }: ResourceSpec): string | undefined {
  const [only] = primaryIdentifier.length === 1 ? primaryIdentifier : [];
  return Object.entries(attributes)
    .filter(([, { type }]) => type.type === 'string')
    .map(([attribute]) => attribute)
    .find((each) => each === 'Arn' || each === `${name}Arn` || (each === only && each.endsWith('Arn')));
}

/** `${StreamName}` of a stream is its property Name. */
function withNames({ name, properties }: ResourceSpec, template: string): string {
  return properties.Name && !properties[`${name}Name`]
    ? template.replace(`\${${name}Name}`, '${Name}')
    : template;
}

function lineOf(type: string, row: string): string {
  const short = row.replace('arn:${Partition}:', '').replaceAll('${', '<').replaceAll('}', '>');
  return `${type.replace('AWS::', '')} ${short}`;
}
