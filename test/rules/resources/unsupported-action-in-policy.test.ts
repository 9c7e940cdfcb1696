import rule from '../../../server/src/rules/resources/unsupported-action-in-policy';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A policy of a resource that allows these actions. */
function allowing(type: string, actions: string): string {
  return inTemplate(
    type,
    'PolicyDocument',
    inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Resource": "*", "Action": ${actions} }`),
  );
}

ruleSpec(rule, {
  clean: {
    'actions of the service, in any case, and wildcards': allowing(
      'AWS::SNS::TopicPolicy',
      '["sns:Publish", "SNS:Subscribe", "*", "s*:Get*"]',
    ),
    'a resource that nobody names': {
      text: inPolicy(`{ "Effect": "Allow", "Principal": "*", "Action": ["s3:*", "kms:*"], "Resource": "*" }`),
      type: 'resource',
    },
    'a service that there is not, which another rule reports': allowing('AWS::S3::BucketPolicy', '"s33:Get"'),
    'a trust policy': inPolicy(`
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": ["sts:AssumeRole", "sts:*"] }`),
  },
  flagged: {
    'an action of KMS for a bucket': {
      text: allowing(
        'AWS::S3::BucketPolicy',
        `[
      "s3:GetObject", "kms:Decrypt"
      #               ^^^^^^^^^^^^^ unsupported-action-in-policy
    ]`,
      ),
      messages: [
        'A bucket policy can only speak of s3 actions, and kms:Decrypt is not one. Move it to a policy of who uses it.',
      ],
    },
    'an action of S3 in a trust policy': {
      text: inPolicy(`
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": ["sts:AssumeRole", "s3:Get*"] }
    #                                                                                                  ^^^^^^^^^ unsupported-action-in-policy`),
      type: 'trust',
    },
  },
});
