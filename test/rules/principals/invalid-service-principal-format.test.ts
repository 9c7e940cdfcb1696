import rule from '../../../server/src/rules/principals/invalid-service-principal-format';
import { inPolicy, inTemplate, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    services: inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "delivery.logs.amazonaws.com", "logs.eu-west-1.amazonaws.com"] }, "Action": "sts:AssumeRole" }`,
    ),
    'other partitions': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com.cn", "ec2.c2s.ic.gov", "ec2.sc2s.sgov.gov", "ec2.amazonaws.eu"] }, "Action": "sts:AssumeRole" }`,
    ),
    'older names': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": ["alexa-appkit.amazon.com", "preprod.lambda.aws.internal"] }, "Action": "sts:AssumeRole" }`,
    ),
    'well-formed, whoever it is': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "nosuch.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
    'a wildcard': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "*" }, "Action": "sts:AssumeRole" }`,
    ),
    'a variable': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "\${service}" }, "Action": "sts:AssumeRole" }`,
    ),
    'services, patterns and variables in a condition': withCondition(
      `      "StringLike": { "iam:PassedToService": ["ec2.amazonaws.com", "ec2*", "\${aws:PrincipalTag/service}"], "kms:ViaService": ["s3.*.amazonaws.com", "*.amazonaws.com", "ec2.eu-west-1.amazonaws.com", "ec2.cn-north-1.amazonaws.com.cn"] },
      "Null": { "kms:ViaService": "true" }, "StringEquals": { "aws:username": "lambda" }`,
    ),
    'a service known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Principal": { "Service": { "Fn::Sub": "ec2.\${AWS::URLSuffix}" } }, "Action": "sts:AssumeRole" }`,
      ),
    ),
    'another kind': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "lambda" }, "Action": "sts:AssumeRole" }`,
    ),
    'what may become a principal': {
      language: 'terraform',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = ["lambda.\${data.aws_partition.current.dns_suffix}", "\${var.s}.amazonaws.com", "\${var.s}.com", "\${var.s}", "lambda.\${var.d}"] }
    }]
  })
}`,
    },
  },
  flagged: {
    'a service that a role may be passed to, without its domain': {
      text: withCondition(
        `      "StringEquals": { "iam:PassedToService": ["ec2", "lambda.amazonaws.com"] }
      #                                         ^^^^^ invalid-service-principal-format`,
        { action: '"iam:PassRole"' },
      ),
      fixed: [
        withCondition(
          `      "StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }`,
          { action: '"iam:PassRole"' },
        ),
      ],
      access: ['unknown'],
      messages: [
        '"ec2" is not a service principal, so it matches no request. Did you mean ec2.amazonaws.com?',
      ],
    },
    'a service that calls KMS, without its Region': {
      text: withCondition(
        `      "StringEquals": { "kms:ViaService": "s3.amazonaws.com" }
      #                                   ^^^^^^^^^^^^^^^^^^ invalid-service-principal-format`,
        { action: '"kms:Decrypt"' },
      ),
      messages: [
        '"s3.amazonaws.com" matches no request: kms:ViaService names the Region of the service too, as in s3.eu-west-1.amazonaws.com.',
      ],
    },
    'no domain': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "lambda" }, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^ invalid-service-principal-format`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
      access: ['unknown'],
      messages: ['lambda is not a service principal. Did you mean lambda.amazonaws.com?'],
    },
    capitals: {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "Lambda.amazonaws.com"] }, "Action": "sts:AssumeRole" }
    #                                                                    ^^^^^^^^^^^^^^^^^^^^^^ invalid-service-principal-format`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
    'another domain': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "ec2.aws.com" }, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^^^^^^ invalid-service-principal-format`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
    'a URL': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "https://sns.amazonaws.com/" }, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-service-principal-format`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
    'an ARN': {
      text: inPolicy(`    { "Effect": "Deny", "Principal": { "Service": "arn:aws:iam::123456789012:root" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
    #                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-service-principal-format`),
      fixed: [
        inPolicy(
          `    { "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
        ),
      ],
      messages: [
        'arn:aws:iam::123456789012:root is not a service principal: this belongs under the key AWS.',
      ],
    },
    'nothing near': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "frobnicator" }, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^^^^^^ invalid-service-principal-format`),
      fixed: [],
      messages: [
        'frobnicator is not a service principal. Its form is service.amazonaws.com, all in lower case.',
      ],
    },
    'capitals beside a hole': {
      language: 'terraform',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "Lambda.\${var.domain}" }
      #                       ^^^^^^^^^^^^^^^^^^^^^^ invalid-service-principal-format
    }]
  })
}`,
      fixed: [],
    },
    'a domain that is none': {
      language: 'terraform',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "\${var.service}.amazon.co" }
      #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-service-principal-format
    }]
  })
}`,
      fixed: [],
    },
  },
});
