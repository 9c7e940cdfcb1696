// s3:ResourceAccount in the policy of a bucket.
import { clausesOf } from '../../policy/clauses';
import { defineRule } from '../rule';

export default defineRule({
  id: 'irrelevant-condition-key-in-policy',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['resource'],
  accessAnalyzer: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  summary: 'The policy of a bucket has a condition on the account of the bucket.',
  why: 'The bucket has one account, so the condition always or never holds. In an identity policy the key says whose buckets may be used.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
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
              "Effect": "Deny",
              "Principal": "*",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::reports/*",
              "Condition": { "StringNotEquals": { "s3:ResourceAccount": "123456789012" } }
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
              "Effect": "Deny",
              "Principal": "*",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::reports/*",
              "Condition": { "StringNotEquals": { "aws:PrincipalAccount": "123456789012" } }
            }
          ]
        }
      }
    }
  }
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 's3:resourceaccount' },

  *check({ statement, resourceType }) {
    if (resourceType !== 'AWS::S3::Bucket') return;
    for (const { key, lowerKey } of clausesOf(statement)) {
      if (lowerKey !== 's3:resourceaccount') continue;
      yield {
        span: key.span,
        message: `${key.value} is the account of this very bucket. Use it in an identity policy, or compare with aws:PrincipalAccount here.`,
      };
    }
  },
});
