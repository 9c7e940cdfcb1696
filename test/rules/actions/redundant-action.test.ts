import rule from '../../../server/src/rules/actions/redundant-action';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'nothing covered': inPolicy(
      `    { "Effect": "Allow", "Action": ["s3:Get*", "s3:PutObject", "s3:G?tObject*"], "Resource": "*" }`,
    ),
    'one action': inPolicy(`    { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }`),
    'the branches of an If': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": [{ "Fn::If": ["All", "s3:*", "s3:Get*"] }, "s3:GetObject"], "Resource": "*" }`,
      ),
    ),
    'a name that may come to be covered': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": ["s3:Get*", { "Ref": "Action" }], "Resource": "*" }`),
    ),
    'two lists': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:*", "NotAction": ["s3:GetObject"], "Resource": "*" }`,
    ),
    'an empty string': inPolicy(`    { "Effect": "Allow", "Action": ["", "s3:*"], "Resource": "*" }`),
    'holes that only differ in case': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = ["s3:\${var.a}*", "s3:\${var.A}x"]`),
    },
  },
  flagged: {
    'a covered action': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject", "s3:PutObject"], "Resource": "*" }
    #                                          ^^^^^^^^^^^^^^ redundant-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": ["s3:Get*", "s3:PutObject"], "Resource": "*" }`)],
      access: ['same'],
      messages: ['s3:GetObject is covered by s3:Get* in the same list. Remove it, or narrow s3:Get*.'],
    },
    'whatever the case': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["S3:getobject", "s3:Get*"], "Resource": "*" }
    #                               ^^^^^^^^^^^^^^ redundant-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*" }`)],
    },
    'twice the same': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetObject", "s3:getObject"], "Resource": "*" }
    #                                               ^^^^^^^^^^^^^^ redundant-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*" }`)],
      messages: ['s3:getObject is in this list twice. Remove one of the two.'],
    },
    'several covered by one': {
      text: inPolicy(`    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
    #   ^^^^^^^^^^^^^^ redundant-action
        "s3:*",
        "s3:Get*",
        "ec2:RunInstances"
      ],
      "Resource": "*"
    }`),
      fixed: [
        inPolicy(`    {
      "Effect": "Allow",
      "Action": [
        "s3:*",
        "ec2:RunInstances"
      ],
      "Resource": "*"
    }`),
      ],
      messages: [
        's3:GetObject and 1 more are covered by s3:* in the same list. Remove them, or narrow s3:*.',
      ],
    },
    'two that cover':
      inPolicy(`    { "Effect": "Allow", "Action": ["ec2:Describe*", "ec2:DescribeInstances", "s3:Get*", "s3:GetObject"], "Resource": "*" }
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^ redundant-action
    #                                                                                    ^^^^^^^^^^^^^^ redundant-action`),
    'patterns of the same meaning': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["s3:**", "s3:*"], "Resource": "*" }
    #                                        ^^^^^^ redundant-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": ["s3:**"], "Resource": "*" }`)],
    },
    'left out twice': {
      text: inPolicy(`    { "Effect": "Allow", "NotAction": ["iam:*", "iam:PassRole"], "Resource": "*" }
    #                                           ^^^^^^^^^^^^^^ redundant-action`),
      access: ['same'],
    },
    everything: inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetObject", "*"], "Resource": "*" }
    #                               ^^^^^^^^^^^^^^ redundant-action`),
    'the same hole': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = ["s3:\${var.a}*", "S3:\${var.a}Object"]
      #                         ^^^^^^^^^^^^^^^^^^^ redundant-action`),
      fixed: [
        inTerraform(`      Resource = "*"
      Action = ["s3:\${var.a}*"]`),
      ],
    },
  },
});
