import rule from '../../../server/src/rules/breadth/service-wildcard';
import { inPolicy, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'some actions': inPolicy(`    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }`),
    'one bucket': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'a condition': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceAccount": "123456789012" } } }`,
    ),
    'a Deny': inPolicy(`    { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }`),
    'all but a service': inPolicy(`    { "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }`),
    'an administrator': inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }`),
    'a service without resources': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2messages:*", "Resource": "*" }`,
    ),
    'a service that is not there': inPolicy(`    { "Effect": "Allow", "Action": "s33:*", "Resource": "*" }`),
    'a service that is known later': {
      language: 'terraform',
      text: inTerraform('      Action = "${var.service}:*"\n      Resource = "*"'),
    },
  },
  flagged: {
    'one service': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "sqs:*", "Resource": "*" }
    #                              ^^^^^^^ service-wildcard`),
      messages: [
        'sqs:* on every resource allows every action of the service, also those that AWS adds later. Write out the actions that are needed, or name the resources.',
      ],
    },
    'several, of which one decides what everybody may do': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["sqs:*", "sns:Publish", "IAM:*", "s3:*"], "Resource": "*" }
    #                                                       ^^^^^^^ service-wildcard`),
      messages: [
        'IAM:*, sqs:* and s3:* on every resource allows every action of the service, also those that AWS adds later. Write out the actions that are needed, or name the resources.',
      ],
    },
    'in Terraform': {
      language: 'terraform',
      text: inTerraform(`      Action = ["dynamodb:*"]
      #         ^^^^^^^^^^^^ service-wildcard
      Resource = ["*"]`),
    },
  },
});
