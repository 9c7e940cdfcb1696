import rule from '../../../server/src/rules/principals/unsupported-wildcard-in-principal';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    everyone: inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": ["*", "123456789012"] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'everyone without a key': inPolicy(
      `    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    names: inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root", "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
    'all identity providers, at an endpoint': {
      type: 'endpoint',
      text: inPolicy(
        `    { "Effect": "Allow", "Principal": { "Federated": "*" }, "Action": "sts:AssumeRoleWithSAML", "Resource": "*" }`,
      ),
    },
    'a variable': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::\${account}:role/*" }, "Action": "sts:AssumeRole" }`,
    ),
    'an ARN known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Principal": { "AWS": { "Fn::Sub": "\${Role}*" } }, "Action": "sts:AssumeRole" }`,
      ),
    ),
    'a hole that may be nothing, and one with a question mark': {
      language: 'terraform',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { AWS = ["\${var.x}*", "arn:aws:iam::\${var.a == 1 ? var.b : var.c}:root"] }
    }]
  })
}`,
    },
  },
  flagged: {
    'roles by the beginning of their names': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/app-*" }, "Action": "sts:AssumeRole" }
    #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-wildcard-in-principal`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole", "Condition": {
        "ArnLike": {
          "aws:PrincipalArn": "arn:aws:iam::123456789012:role/app-*"
        }
      } }`),
      ],
      access: ['unknown'],
      messages: [
        'arn:aws:iam::123456789012:role/app-*: a principal cannot have a wildcard in its name. Name it exactly, or name the account and compare aws:PrincipalArn in a condition.',
      ],
    },
    'one of several': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": ["123456789012", "arn:aws:iam::123456789012:role/app-?"] }, "Action": "sts:AssumeRole" }
    #                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-wildcard-in-principal`),
      fixed: [],
    },
    'any account': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::*:root" }, "Action": "sts:AssumeRole" }
    #                                          ^^^^^^^^^^^^^^^^^^^^^ unsupported-wildcard-in-principal`),
      fixed: [],
    },
    'any service': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "*" }, "Action": "sts:AssumeRole" }
    #                                              ^^^ unsupported-wildcard-in-principal`),
      fixed: [],
      messages: ['A principal under Service cannot have a wildcard. Name it exactly.'],
    },
    'identity providers':
      inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/*" }, "Action": "sts:AssumeRole" }
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-wildcard-in-principal`),
    exceptions: {
      text: inPolicy(`    { "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:role/*" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-wildcard-in-principal`),
      fixed: [],
    },
    'beside a hole': {
      language: 'terraform',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::\${var.account}:role/*" }
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-wildcard-in-principal
    }]
  })
}`,
      fixed: [],
    },
  },
});
