import rule from '../../../server/src/rules/principals/unknown-service-principal';
import { inPolicy, inTemplate, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    known: inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "logs.eu-west-1.amazonaws.com", "ec2.amazonaws.com.cn"] }, "Action": "sts:AssumeRole" }`,
    ),
    'nothing near': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "frobnicator.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
    'of the wrong form': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "lambda" }, "Action": "sts:AssumeRole" }`,
    ),
    "a service's own prefix, however near another one is": inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "pcs.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
    'a wildcard': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "*" }, "Action": "sts:AssumeRole" }`,
    ),
    'known ones in a condition, other keys, patterns': withCondition(
      `      "StringEquals": { "iam:PassedToService": ["lambda.amazonaws.com", "frobnicator.amazonaws.com"], "aws:username": "lamdba.amazonaws.com" },
      "StringLike": { "iam:PassedToService": "lamdba*.amazonaws.com" }, "Null": { "aws:CalledViaFirst": "lamdba.amazonaws.com" }`,
      { action: '"iam:PassRole"' },
    ),
    'a service known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Principal": { "Service": { "Ref": "Service" } }, "Action": "sts:AssumeRole" }`,
      ),
    ),
    'a name or a domain that a hole may bring': {
      language: 'terraform',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = ["stepfunctions.\${var.d}", "\${var.s}.amazonaws.com", "lambda.\${data.aws_partition.current.dns_suffix}"] }
    }]
  })
}`,
    },
  },
  flagged: {
    'one that a role may be passed to': {
      text: withCondition(
        `      "StringEqualsIfExists": { "iam:passedtoservice": ["ec2.amazonaws.com", "lamdba.amazonaws.com"] }
      #                                                                      ^^^^^^^^^^^^^^^^^^^^^^ unknown-service-principal`,
        { action: '"iam:PassRole"' },
      ),
      fixed: [
        withCondition(
          `      "StringEqualsIfExists": { "iam:passedtoservice": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }`,
          { action: '"iam:PassRole"' },
        ),
      ],
      messages: ['lamdba.amazonaws.com is not a known service principal. Did you mean lambda.amazonaws.com?'],
    },
    'ones that call for somebody': withCondition(
      `      "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudfromation.amazonaws.com" }
      #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-service-principal`,
    ),
    'another name of it': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "stepfunctions.amazonaws.com" }, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-service-principal`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": "states.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
        ),
      ],
      access: ['unknown'],
      messages: [
        'stepfunctions.amazonaws.com is not a known service principal. Did you mean states.amazonaws.com?',
      ],
    },
    'a misspelling': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "lamdba.amazonaws.com"] }, "Action": "sts:AssumeRole" }
    #                                                                    ^^^^^^^^^^^^^^^^^^^^^^ unknown-service-principal`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"] }, "Action": "sts:AssumeRole" }`,
        ),
      ],
    },
    'with the domain of the partition': {
      language: 'terraform',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "stepfunctions.\${data.aws_partition.current.dns_suffix}" }
      #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-service-principal
    }]
  })
}`,
      fixed: [
        `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "states.\${data.aws_partition.current.dns_suffix}" }
    }]
  })
}`,
      ],
    },
  },
});
