import rule from '../../../server/src/rules/conditions/invalid-kms-key-value';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'the ARN of a key': withCondition(
      `      "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" }`,
    ),
    'a pattern': withCondition(
      `      "ArnLike": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:*:123456789012:key/*" }`,
    ),
    'whether there is one': withCondition(
      `      "Null": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "true" }`,
    ),
    'another key': withCondition(`      "StringEquals": { "s3:x-amz-server-side-encryption": "aws:kms" }`),
  },
  flagged: {
    'an alias': {
      text: withCondition(
        `      "StringNotEqualsIfExists": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:123456789012:alias/reports" }
      #                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-kms-key-value`,
        { effect: 'Deny' },
      ),
    },
    'an ID': {
      text: withCondition(`      "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "1234abcd" }
      #                                                                   ^^^^^^^^^^ invalid-kms-key-value`),
      messages: [
        's3:x-amz-server-side-encryption-aws-kms-key-id is compared with the ARN of a key, so "1234abcd" never matches. Write arn:aws:kms:region:account:key/key-id.',
      ],
    },
  },
});
