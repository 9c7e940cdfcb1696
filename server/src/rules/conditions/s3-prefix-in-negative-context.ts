// A Deny on some prefixes of a bucket, or an Allow on all others: a shorter prefix passes both.
import { clausesOf } from '../../policy/clauses';
import { defineRule } from '../rule';

export default defineRule({
  id: 's3-prefix-in-negative-context',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  accessAnalyzer: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
  summary: 's3:prefix is used to keep prefixes out, which a shorter prefix gets around.',
  why: 'Whoever lists with a shorter prefix, or none, sees the names of the objects that were to be kept out. Only allowing certain prefixes keeps others out.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::reports",
      "Condition": { "StringLike": { "s3:prefix": "secret/*" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::reports",
      "Condition": { "StringNotLike": { "s3:prefix": "public/*" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 's3:prefix' },

  *check({ statement }) {
    const { allows, denies } = statement;
    for (const { key, lowerKey, family, compares } of clausesOf(statement)) {
      if (lowerKey !== 's3:prefix' || family !== 'String') continue;
      if (allows === denies || compares.negated !== allows) continue;
      yield {
        span: key.span,
        message: `A listing with a shorter ${key.value} passes and shows these names all the same. ${allows ? 'Allow the prefixes that are wanted, with StringLike.' : 'Deny all but the prefixes that are wanted, with StringNotLike.'}`,
      };
    }
  },
});
