// A value of the key for the KMS key of an upload to S3 that is not the ARN of a key.
import { isPattern } from '../../policy/arn';
import { clausesOf } from '../../policy/clauses';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-kms-key-value',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_KMS_KEY_VALUE',
  summary: 'A condition on the KMS key of an upload compares with something else than the ARN of a key.',
  why: 'S3 compares the ARN of the key, also where the request names an alias or an ID, so that only an ARN can match. AWS does not list the keys that it checks; the one of S3 is the one that its guide describes.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "alias/reports" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 's3:x-amz-server-side-encryption-aws-kms-key-id' },

  *check({ statement }) {
    for (const { lowerKey, family, key, values } of clausesOf(statement)) {
      if (lowerKey !== KEY || (family !== 'String' && family !== 'Arn')) continue;
      for (const { text, span } of values) {
        if (text === '' || isPattern(text) || /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/.+$/.test(text)) continue;
        yield {
          span,
          message: `${key.value} is compared with the ARN of a key, so "${text}" never matches. Write arn:aws:kms:region:account:key/key-id.`,
        };
      }
    }
  },
});

const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
