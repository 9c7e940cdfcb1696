import rule from '../../../server/src/rules/resources/unsupported-resource-arn-in-policy';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A policy of a resource that speaks of these resources. */
function on(type: string, property: string, resources: string): string {
  return inTemplate(
    type,
    property,
    inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": ${resources} }`),
  );
}

ruleSpec(rule, {
  clean: {
    'buckets, objects, wildcards': on(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      '["arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:*:s3:::*", "arn:aws:s3:*:*:b"]',
    ),
    'an access point': on(
      'AWS::S3::AccessPoint',
      'Policy',
      '"arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/*"',
    ),
    'another resource': on('AWS::SQS::QueuePolicy', 'PolicyDocument', '"*"'),
  },
  flagged: {
    'everything, another service, an access point': on(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      `[
      "*", "arn:aws:sqs:*:*:a",
     #^^^ unsupported-resource-arn-in-policy
     #     ^^^^^^^^^^^^^^^^^^^ unsupported-resource-arn-in-policy
      "arn:aws:s3:eu-west-1:111122223333:accesspoint/a"
     #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-resource-arn-in-policy
    ]`,
    ),
    'a bucket in the policy of an access point': on(
      'AWS::S3::AccessPoint',
      'Policy',
      `[
      "arn:aws:s3:::b/*"
     #^^^^^^^^^^^^^^^^^^ unsupported-resource-arn-in-policy
    ]`,
    ),
  },
});
