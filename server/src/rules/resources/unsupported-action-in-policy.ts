// An action of another service in the policy of a resource whose type the carrier tells, or in a trust policy.
import { parseAction } from '../../policy/action';
import { isPattern } from '../../policy/arn';
import { textsOf } from '../../policy/text';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unsupported-action-in-policy',
  group: 'resources',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust'],
  accessAnalyzer: 'UNSUPPORTED_ACTION_IN_POLICY',
  summary: 'The policy of a resource names an action of another service.',
  why:
    'A policy that is attached to a resource can only allow or deny what is done to that resource: a bucket policy ' +
    'speaks of actions of Amazon S3, a role trust policy of actions of AWS STS. Amazon S3, DynamoDB and IAM refuse ' +
    'others; for the resources of other services this is a warning.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  examples: [
    {
      bad: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::S3::BucketPolicy",
      "Properties": {
        "Bucket": "reports",
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "AWS": "111122223333" },
              "Action": ["s3:GetObject", "kms:Decrypt"],
              "Resource": "arn:aws:s3:::reports/*"
            }
          ]
        }
      }
    }
  }
}`,
      good: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::S3::BucketPolicy",
      "Properties": {
        "Bucket": "reports",
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "AWS": "111122223333" },
              "Action": ["s3:GetObject"],
              "Resource": "arn:aws:s3:::reports/*"
            }
          ]
        }
      }
    }
  }
}`,
    },
  ],

  when: ({ type, resourceType }) => type === 'trust' || resourceType !== undefined,

  *check({ statement, type, resourceType }, { catalog }) {
    const own = type === 'trust' ? trust : kinds.get(resourceType ?? '');
    if (!own) return;
    for (const node of statement.actions.flatMap(textsOf)) {
      const service = parseAction(node.value)?.service ?? '*';
      const lower = service.toLowerCase();
      // What is no service at all is another rule's.
      if (lower === own.service || isPattern(lower) || !catalog.service(lower)) continue;
      yield {
        span: node.span,
        category: own.isStrict ? 'error' : 'warning',
        message: `${own.what} can only speak of ${own.service} actions, and ${node.value} is not one. Move it to a policy of who uses it.`,
      };
    }
  },
});

interface Own {
  /** The policy, as a sentence begins with it. */
  readonly what: string;
  readonly service: string;
  /** Whether the service refuses the actions of others. */
  readonly isStrict: boolean;
}

const trust: Own = { what: 'A role trust policy', service: 'sts', isStrict: true };

/** By the type of the resource that the policy protects. */
const kinds: ReadonlyMap<string, Own> = new Map([
  ['AWS::S3::Bucket', { what: 'A bucket policy', service: 's3', isStrict: true }],
  ['AWS::S3::AccessPoint', { what: 'An access point policy', service: 's3', isStrict: true }],
  ['AWS::S3::MultiRegionAccessPoint', { what: 'An access point policy', service: 's3', isStrict: true }],
  ['AWS::DynamoDB::Table', { what: 'A table policy', service: 'dynamodb', isStrict: true }],
  ['AWS::SQS::Queue', { what: 'A queue policy', service: 'sqs', isStrict: false }],
  ['AWS::SNS::Topic', { what: 'A topic policy', service: 'sns', isStrict: false }],
  ['AWS::KMS::Key', { what: 'A key policy', service: 'kms', isStrict: false }],
  ['AWS::ECR::Repository', { what: 'A repository policy', service: 'ecr', isStrict: false }],
  ['AWS::SecretsManager::Secret', { what: 'A secret’s policy', service: 'secretsmanager', isStrict: false }],
  ['AWS::Lambda::Function', { what: 'A function policy', service: 'lambda', isStrict: false }],
  ['AWS::EFS::FileSystem', { what: 'A file system policy', service: 'elasticfilesystem', isStrict: false }],
  ['AWS::Backup::BackupVault', { what: 'A vault policy', service: 'backup', isStrict: false }],
  ['AWS::Kinesis::Stream', { what: 'A stream policy', service: 'kinesis', isStrict: false }],
]);
