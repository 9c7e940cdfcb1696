import rule from '../../../server/src/rules/resources/invalid-arn-account';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    accounts: inPolicy(
      `    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:012345678901:orders" }`,
    ),
    'none, wildcards and variables': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a", "arn:aws:sqs:*:*:a", "arn:aws:sqs:*:1234*:a", "arn:aws:sqs:*:\${aws:PrincipalAccount}:a"] }`,
    ),
    'what AWS owns': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::cloudfront:user/a", "arn:aws:mediaconnect:us-east-1:offering:a"] }`,
    ),
    'an account known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "arn:aws:sqs:eu-west-1:\${Account}:a" } }`,
      ),
    ),
    'what a hole may bring': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:sqs:\${var.r}:1234:q", "arn:aws:sqs:eu-west-1:\${var.a}:q", "arn:aws:sqs:eu-west-1:12\${var.a}:q", "arn:aws:sqs:eu-west-1:1234\${var.a}"]`),
    },
  },
  flagged: {
    hyphens: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:1234-5678-9012:orders" }
    #                                                                                    ^^^^^^^^^^^^^^ invalid-arn-account`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" }`,
        ),
      ],
      access: ['unknown'],
      messages: ['1234-5678-9012 is not an account ID. Write its 12 digits without hyphens, or *.'],
    },
    'too few digits': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:12345678901:orders" }
    #                                                                                    ^^^^^^^^^^^ invalid-arn-account`),
      fixed: [],
      messages: [
        '12345678901 is not an account ID: it has 11 digits. Write its 12 digits without hyphens, or *.',
      ],
    },
    'a placeholder':
      inPolicy(`    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:ACCOUNT_ID:orders" }
    #                                                                                    ^^^^^^^^^^ invalid-arn-account`),
    'a word':
      inPolicy(`    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:account:orders" }
    #                                                                                    ^^^^^^^ invalid-arn-account`),
    'a colon too few before':
      inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3::reports:2026" }
    #                                                                       ^^^^^^^ invalid-arn-account`),
    'beside a hole': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:aws:sqs:eu-west-1:1234-5678-9012:\${var.q}"
      #                                 ^^^^^^^^^^^^^^ invalid-arn-account`),
      fixed: [
        inTerraform(`      Action = "s3:GetObject"
      Resource = "arn:aws:sqs:eu-west-1:123456789012:\${var.q}"`),
      ],
    },
  },
});
