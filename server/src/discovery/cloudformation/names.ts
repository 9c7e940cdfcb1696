// What `Ref` gives for a resource, and which property names it. For types whose ARN and Ref are known well; for all
// others nothing is said.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html

import { valueOf } from '../../syntax/node';
import type { Known } from './known';
import type { Lookup, Referred } from './template';

export interface Names {
  readonly ref?: 'name' | 'arn';
  /** The property that holds the resource's name, as it stands in its ARN. */
  readonly name?: string;
  /** Whether no colon and no slash can be in its name or identifier. */
  readonly isWord: boolean;
}

const unknown: Names = { isWord: false };
const named = (name: string, isWord = true): Names => ({ ref: 'name', name, isWord });
const identified: Names = { ref: 'name', isWord: true };
const byArn = (name?: string): Names => ({
  ref: 'arn',
  isWord: true,
  ...(name === undefined ? {} : { name }),
});

const table: ReadonlyMap<string, Names> = new Map([
  ['AWS::S3::Bucket', named('BucketName')],
  ['AWS::DynamoDB::Table', named('TableName')],
  ['AWS::DynamoDB::GlobalTable', named('TableName')],
  ['AWS::Lambda::Function', named('FunctionName')],
  ['AWS::Kinesis::Stream', named('Name')],
  ['AWS::KinesisFirehose::DeliveryStream', named('DeliveryStreamName')],
  ['AWS::IAM::Role', named('RoleName')],
  ['AWS::IAM::User', named('UserName')],
  ['AWS::IAM::Group', named('GroupName')],
  ['AWS::IAM::InstanceProfile', named('InstanceProfileName')],
  ['AWS::ECS::Cluster', named('ClusterName')],
  ['AWS::ECR::Repository', named('RepositoryName', false)],
  ['AWS::Logs::LogGroup', named('LogGroupName', false)],
  ['AWS::CodeBuild::Project', named('Name')],
  ['AWS::CodePipeline::Pipeline', named('Name')],
  ['AWS::Serverless::Function', named('FunctionName')],
  ['AWS::Serverless::SimpleTable', named('TableName')],
  ['AWS::KMS::Key', identified],
  ['AWS::KMS::ReplicaKey', identified],
  ['AWS::EFS::FileSystem', identified],
  ['AWS::EFS::AccessPoint', identified],
  ['AWS::Cognito::UserPool', identified],
  ['AWS::ApiGateway::RestApi', identified],
  ['AWS::ApiGatewayV2::Api', identified],
  ['AWS::CloudFront::Distribution', identified],
  ['AWS::EC2::Instance', identified],
  ['AWS::EC2::SecurityGroup', identified],
  ['AWS::EC2::Subnet', identified],
  ['AWS::EC2::VPC', identified],
  ['AWS::EC2::VPCEndpoint', identified],
  // `Ref` gives the URL of a queue, which no policy asks for.
  ['AWS::SQS::Queue', { name: 'QueueName', isWord: true }],
  ['AWS::SNS::Topic', byArn('TopicName')],
  ['AWS::IAM::ManagedPolicy', byArn('ManagedPolicyName')],
  ['AWS::StepFunctions::StateMachine', byArn('StateMachineName')],
  ['AWS::Serverless::StateMachine', byArn('Name')],
  ['AWS::StepFunctions::Activity', byArn()],
  // The name in the ARN of a secret has six characters more.
  ['AWS::SecretsManager::Secret', { ref: 'arn', isWord: false }],
  ['AWS::Lambda::Alias', { ref: 'arn', isWord: false }],
  ['AWS::Lambda::LayerVersion', { ref: 'arn', isWord: false }],
  ['AWS::Lambda::Version', { ref: 'arn', isWord: false }],
  ['AWS::CertificateManager::Certificate', byArn()],
  ['AWS::ACMPCA::CertificateAuthority', byArn()],
  ['AWS::IAM::OIDCProvider', { ref: 'arn', isWord: false }],
  ['AWS::IAM::SAMLProvider', byArn()],
]);

export function namesOf(type: string): Names {
  return table.get(type) ?? unknown;
}

/** The name that a resource is given, or what is known of one that CloudFormation makes up. */
export function nameOf(resource: Referred, lookup: Lookup): Known {
  return lookup.template.once('name', resource.logicalId, () => lookUpName(resource, lookup));
}

function lookUpName({ type, properties }: Referred, { resolve }: Lookup): Known {
  const { name, isWord } = namesOf(type);
  const written = name === undefined ? undefined : valueOf(properties, name);
  const node = written && resolve(written);
  if (node?.kind === 'string') return { parts: [node], isExact: true, isLookedUp: true, isWord };
  if (node?.kind !== 'dynamic') return { isWord };
  const { parts, isExact = false, template } = node;
  return { parts, isExact, isLookedUp: true, isWord, ...(template ? { template } : {}) };
}
