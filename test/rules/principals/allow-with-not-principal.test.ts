import rule from '../../../server/src/rules/principals/allow-with-not-principal';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'principals that may come to nothing': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
    dynamic "not_principals" {
      for_each = var.principals
      content {
        type        = "AWS"
        identifiers = not_principals.value
      }
    }
  }
}`,
    },
    Principal: inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'a trust policy, which cannot have it at all': inPolicy(
      `    { "Effect": "Allow", "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }`,
    ),
  },
  flagged: {
    'an Allow': {
      text: inPolicy(`    { "Effect": "Allow", "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "s3:GetObject", "Resource": "*" }
    #                    ^^^^^^^^^^^^^^ allow-with-not-principal`),
      messages: [
        'Allow with NotPrincipal lets in everyone who is not named here, anonymous callers included. Name in Principal who may call.',
      ],
    },
    'one that may allow': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": { "Fn::If": ["Open", "Allow", "Deny"] }, "NotPrincipal": { "AWS": { "Ref": "Who" } }, "Action": "s3:*", "Resource": "*" }
    #                                                    ^^^^^^^^^^^^^^ allow-with-not-principal`),
    ),
  },
});
