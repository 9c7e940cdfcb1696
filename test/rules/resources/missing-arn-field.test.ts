import { expect, it } from 'vitest';
import rule from '../../../server/src/rules/resources/missing-arn-field';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { findingsIn, ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'six fields': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports", "arn:aws:sqs:eu-west-1:123456789012:orders", "arn:*:*:*:*:*"] }`,
    ),
    'colons inside variables': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::\${aws:PrincipalTag/team}" }`,
    ),
    'fields that come with a placeholder': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:\${rest}" }`,
    ),
    'no ARN': inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*", "reports"] }`),
    'an ARN known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "arn:aws:\${Rest}" } }`,
      ),
    ),
    'a hole that may bring fields along': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:s3:\${var.b}/*", "arn:aws:\${var.rest}"]`),
    },
  },
  flagged: {
    'a bucket': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:reports/*" }
    #                                                          ^^^^^^^^^^^^^^^^^^^^^^ missing-arn-field`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`),
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:reports/*:*:*" }`,
        ),
      ],
      access: ['unknown', 'unknown'],
      messages: [
        'This ARN has 4 of the 6 fields of arn:partition:service:region:account:resource. IAM reads it as arn:aws:s3:reports/*:*:*. Did you mean arn:aws:s3:::reports/*?',
      ],
    },
    'a role': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam:123456789012:role/app" }
    #                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-arn-field`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::123456789012:role/app" }`,
        ),
        inPolicy(
          `    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam:123456789012:role/app:*" }`,
        ),
      ],
    },
    'a resource policy, in which nothing is filled up': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3::reports/*" }
    #                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^ missing-arn-field`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
        ),
      ],
      messages: [
        'This ARN has 5 of the 6 fields of arn:partition:service:region:account:resource. Did you mean arn:aws:s3:::reports/*?',
      ],
    },
    'a session policy': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs" }
    #                                                             ^^^^^^^^^^^^^ missing-arn-field`),
      type: 'session',
      fixed: [],
      messages: [
        'This ARN has 3 of the 6 fields of arn:partition:service:region:account:resource. Write all fields.',
      ],
    },
    'still being typed':
      inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports", "arn:"] }
    #                                                                                   ^^^^^^ missing-arn-field`),
    'a text that is known after all': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:aws:s3:\${"a"}/b/*"
      #          ^^^^^^^^^^^^^^^^^^^^^^^ missing-arn-field`),
    },
  },
});

it('only warns, where CloudWatch Logs takes what is shorter', () => {
  const text = inPolicy(
    `    { "Effect": "Allow", "Principal": { "Service": "es.amazonaws.com" }, "Action": "logs:PutLogEvents", "Resource": ["arn:aws:logs:*", "arn:aws:logs"] }`,
  );
  expect(findingsIn(rule, text, text).map(({ category }) => category)).toEqual(['warning', 'error']);
});
