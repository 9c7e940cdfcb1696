import rule from '../../../server/src/rules/principals/origin-access-identity';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const read = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*"';

ruleSpec(rule, {
  clean: {
    'origin access control': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, ${read} }`,
    ),
    'a user': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/cloudfront" }, ${read} }`,
    ),
  },
  flagged: {
    'an identity': {
      text: inPolicy(`    { "Effect": "Allow", ${read}, "Principal": { "AWS":
      "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ origin-access-identity
    } }`),
      messages: [
        'Origin access identities are the old way. Use origin access control: the principal cloudfront.amazonaws.com with a condition on aws:SourceArn.',
      ],
    },
    'put together': {
      language: 'terraform',
      text: `resource "aws_s3_bucket_policy" "b" {
  policy = jsonencode({ Statement = [{
    Effect    = "Allow"
    Principal = { AWS = "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity \${var.id}" }
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ origin-access-identity
    Action    = "s3:GetObject"
    Resource  = "arn:aws:s3:::a/*"
  }] })
}
`,
    },
  },
});
