import rule from '../../../server/src/rules/principals/invalid-principal-key';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a type known only later': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "x" {
  statement {
    actions = ["s3:GetObject"]
    principals {
      type        = var.type
      identifiers = ["*"]
    }
    principals {
      type        = "*"
      identifiers = var.everyone
    }
  }
}`,
    },
    'the four keys': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*", "Service": "ec2.amazonaws.com", "Federated": "www.amazon.com", "CanonicalUser": "a" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'what is known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Principal": { "Fn::If": ["Prod", { "AWS": "123456789012" }, { "Service": "ec2.amazonaws.com" }] }, "Action": "sts:AssumeRole" }`,
      ),
    ),
    'no key yet': inPolicy(`    { "Effect": "Allow", "Principal": {}, "Action": "sts:AssumeRole" }`),
  },
  flagged: {
    'one letter too many': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Services": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
    #                                   ^^^^^^^^^^ invalid-principal-key`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
      access: ['unknown'],
      messages: ['Services is not a kind of principal. Did you mean Service?'],
    },
    'other capitals': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "aws": ["arn:aws:iam::123456789012:root"] }, "Action": "sts:AssumeRole" }
    #                                   ^^^^^ invalid-principal-key`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::123456789012:root"] }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
    'another word': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "SAML": "arn:aws:iam::123456789012:saml-provider/idp" }, "Action": "sts:AssumeRole" }
    #                                   ^^^^^^ invalid-principal-key`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/idp" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
    'told by the value': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Who": "123456789012" }, "Action": "sts:AssumeRole" }
    #                                   ^^^^^ invalid-principal-key`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
    'a key that is there already': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "*", "aws": "123456789012" }, "Action": "sts:AssumeRole" }
    #                                               ^^^^^ invalid-principal-key`),
      fixed: [],
    },
    'nothing that it could be': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "*": "anybody" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                   ^^^ invalid-principal-key`),
      fixed: [],
      messages: ['* is not a kind of principal. Use AWS, Service, Federated or CanonicalUser.'],
    },
  },
});
