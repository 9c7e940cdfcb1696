import rule from '../../../server/src/rules/grammar/duplicate-key';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const rest = `"Effect": "Allow", "Resource": "*"`;

ruleSpec(rule, {
  clean: {
    'blocks of one name, which the provider puts together': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    principals {
      type        = "AWS"
      identifiers = [var.account]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/a"
      values   = ["x"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/a"
      values   = ["y"]
    }
  }
}`,
    },
    'the same key in two statements': inPolicy(`{ "Action": "a:b", ${rest} }, { "Action": "a:b", ${rest} }`),
    'the same key under two operators': inPolicy(`
    {
      ${rest},
      "Action": "s3:*",
      "Condition": { "StringEquals": { "s3:prefix": "a" }, "StringLike": { "s3:prefix": "b*" } }
    }`),
    'keys that differ in case': inPolicy(`
    { ${rest}, "Action": "s3:*", "Condition": { "StringLike": { "s3:prefix": "a", "s3:Prefix": "b" } } }`),
    'a second one still to be typed': inPolicy(`{ "Action": "a:b", "Action": , ${rest} }`),
    'what is around the policies of a template': `{
  "Resources": {
    "Thing": { "Type": "AWS::SNS::Topic" },
    "Thing": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Statement": [] } } }
  }
}`,
  },
  flagged: {
    'a list': {
      text: inPolicy(`
    { "Action": "s3:GetObject", "Action": ["s3:PutObject", "s3:GetObject"], ${rest} }
    #                           ^^^^^^^^ duplicate-key`),
      fixed: [
        inPolicy(`
    { "Action": [
      "s3:GetObject",
      "s3:PutObject"
    ], ${rest} }`),
        inPolicy(`
    { "Action": "s3:GetObject", ${rest} }`),
        inPolicy(`
    { "Action": ["s3:PutObject", "s3:GetObject"], ${rest} }`),
      ],
      access: ['unknown', 'unknown', 'unknown'],
    },
    'an operator': {
      text: inPolicy(`
    {
      "Action": "s3:*",
      ${rest},
      "Condition": {
        "Bool": { "aws:SecureTransport": "true" },
        "Bool": { "aws:ViaAWSService": "false" }
       #^^^^^^ duplicate-key
      }
    }`),
      fixed: [
        inPolicy(`
    {
      "Action": "s3:*",
      ${rest},
      "Condition": {
        "Bool": {
          "aws:SecureTransport": "true",
          "aws:ViaAWSService": "false"
        }
      }
    }`),
        inPolicy(`
    {
      "Action": "s3:*",
      ${rest},
      "Condition": {
        "Bool": { "aws:SecureTransport": "true" }
      }
    }`),
        inPolicy(`
    {
      "Action": "s3:*",
      ${rest},
      "Condition": {
        "Bool": { "aws:ViaAWSService": "false" }
      }
    }`),
      ],
    },
    'the same value': {
      text: inPolicy(`
    { "Action": "s3:*", "Effect": "Allow", "Effect": "Allow", "Resource": "*" }
    #                                      ^^^^^^^^ duplicate-key`),
      fixed: [
        inPolicy(`
    { "Action": "s3:*", "Effect": "Allow", "Resource": "*" }`),
      ],
      access: ['same'],
    },
    'an element with one value, which cannot be merged': {
      text: inPolicy(`
    { "Action": "s3:*", "Effect": "Allow", "Effect": "Deny", "Resource": "*" }
    #                                      ^^^^^^^^ duplicate-key`),
      access: ['unknown', 'unknown'],
    },
    'the top of a policy, a principal and a condition key': `{
  "Version": "2012-10-17",
  "Version": "2012-10-17",
 #^^^^^^^^^ duplicate-key
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "111122223333", "AWS": "444455556666" },
    #                                     ^^^^^ duplicate-key
    "Action": "sts:AssumeRole",
    "Condition": { "StringEquals": { "sts:ExternalId": "a", "sts:ExternalId": "b" } }
    #                                                       ^^^^^^^^^^^^^^^^ duplicate-key
  }
}`,
    'a template, where one of them is lost': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`
    { "Action": "s3:GetObject", "Action": { "Ref": "Actions" }, ${rest} }
    #                           ^^^^^^^^ duplicate-key`),
    ),
  },
});
