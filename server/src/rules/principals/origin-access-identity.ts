// An origin access identity of CloudFront as principal, which origin access control has followed.
import { principalTexts } from '../../policy/text';
import { defineRule } from '../rule';

export default defineRule({
  id: 'origin-access-identity',
  group: 'principals',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['resource'],
  summary: 'A bucket policy names an origin access identity of CloudFront.',
  why:
    'AWS advises origin access control instead: it works in all Regions, with objects encrypted by keys of AWS KMS, and with other methods than GET. ' +
    'The policy then names the service and, in a condition, the distribution.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2QWRUHEXAMPLE" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "cloudfront.amazonaws.com" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "StringEquals": { "AWS:SourceArn": "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE" }
      }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],

  *check({ statement }) {
    if (!statement.allows) return;
    for (const { kind, node, value } of statement.principals.flatMap(principalTexts)) {
      if (kind !== 'AWS' || !/:iam::cloudfront:user\/CloudFront Origin Access Identity/.test(value)) continue;
      yield {
        span: node.span,
        message:
          'Origin access identities are the old way. Use origin access control: the principal cloudfront.amazonaws.com with a condition on aws:SourceArn.',
      };
    }
  },
});
