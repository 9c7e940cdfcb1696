import rule from '../../../server/src/rules/grammar/missing-resource';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const anybody = `"Principal": { "AWS": "111122223333" }`;

ruleSpec(rule, {
  clean: {
    'a resource': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": "*" }`),
    'all resources but some': inPolicy(`{ "Effect": "Deny", "Action": "*", "NotResource": "*" }`),
    'an empty list': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": [] }`),
    'a misspelt element': inPolicy(`{ "Effect": "Allow", "Action": "*", "Ressources": "*" }`),
    'a resource still to be typed': inPolicy(`{ "Effect": "Allow", "Action": "*", "Resource": }`),
    'a comma in front of what is still to be typed': inPolicy(`{ "Effect": "Allow", "Action": "*", }`),
    'a trust policy': inPolicy(`{ "Effect": "Allow", ${anybody}, "Action": "sts:AssumeRole" }`),
    'a policy of an unknown resource': inPolicy(`{ "Effect": "Allow", ${anybody}, "Action": "ecr:*" }`),
    'a policy of actions that do not tell the resource': inPolicy(
      `{ "Effect": "Allow", ${anybody}, "Action": ["s3:GetObject", "sqs:SendMessage"] }`,
    ),
    'a repository policy, which has none': inTemplate(
      'AWS::ECR::Repository',
      'RepositoryPolicyText',
      inPolicy(`{ "Effect": "Allow", ${anybody}, "Action": "ecr:BatchGetImage" }`),
    ),
    'a VPC endpoint policy': {
      text: inPolicy(`{ "Effect": "Allow", "Principal": "*", "Action": "s3:*" }`),
      type: 'endpoint',
    },
  },
  flagged: {
    'a statement without one': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "*" }
    # ^^^^^^^^ missing-resource`),
      messages: ['This statement names no resources. Add a Resource with the ARNs that it is for.'],
    },
    'a service control policy': {
      text: inPolicy(`
    { "Sid": "A", "Effect": "Deny", "Action": "*" }
    # ^^^^^ missing-resource`),
      type: 'scp',
    },
    'a resource control policy': {
      text: inPolicy(`
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*" }
    # ^^^^^^^^ missing-resource`),
      type: 'rcp',
    },
    'a bucket policy': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      inPolicy(`
    { "Effect": "Allow", ${anybody}, "Action": "s3:GetObject" }
    # ^^^^^^^^ missing-resource`),
    ),
    'a bare bucket policy, known by its actions': inPolicy(`
    { "Effect": "Allow", ${anybody}, "Action": ["s3:GetObject", "S3:ListBucket"] }
    # ^^^^^^^^ missing-resource`),
    'a key policy, which AWS KMS stores without it': {
      text: inPolicy(`
    { "Effect": "Allow", ${anybody}, "Action": "kms:Decrypt" }
    # ^^^^^^^^ missing-resource`),
      messages: [
        'This statement has no Resource, so AWS KMS ignores it. Add "Resource": "*", which means this key.',
      ],
    },
  },
});
