import rule from '../../../server/src/rules/grammar/unsupported-element-combination';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'elements of which one may come to nothing': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    actions       = try(var.actions, null)
    not_actions   = try(var.not_actions, null)
    resources     = ["*"]
    not_resources = var.others
  }
}`,
    },
    'one of each': inPolicy(`{ "Effect": "Deny", "NotAction": "s3:*", "NotResource": "*" }`),
    'the same element twice': inPolicy(
      `{ "Effect": "Allow", "Action": "a:b", "Action": "c:d", "Resource": "*" }`,
    ),
    'a second one still to be typed': inPolicy(`
    { "Effect": "Allow", "Action": "s3:*", "NotAction": , "Resource": "*" }`),
  },
  flagged: {
    'Action and NotAction': {
      text: inPolicy(`
    { "Effect": "Deny", "Action": "s3:*", "NotAction": "s3:GetObject", "Resource": "*" }
    #                                     ^^^^^^^^^^^ unsupported-element-combination`),
      fixed: [
        inPolicy(`
    { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }`),
        inPolicy(`
    { "Effect": "Deny", "NotAction": "s3:GetObject", "Resource": "*" }`),
      ],
      access: ['unknown', 'unknown'],
      messages: [
        'Action and NotAction cannot stand in one statement. Remove one of them, or make two statements.',
      ],
    },
    'all three pairs': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      inPolicy(`
    {
      "Effect": "Deny",
      "NotPrincipal": "*",
      "Principal": "*",
     #^^^^^^^^^^^ unsupported-element-combination
      "NotAction": "s3:*",
      "Action": "s3:*",
     #^^^^^^^^ unsupported-element-combination
      "NotResource": "*",
      "Resource": "*"
     #^^^^^^^^^^ unsupported-element-combination
    }`),
    ),
  },
});
