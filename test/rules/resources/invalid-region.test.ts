import rule from '../../../server/src/rules/resources/invalid-region';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'Regions of all partitions': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "us-gov-east-1", "cn-north-1", "eusc-de-east-1", "us-isob-east-1"] } } }`,
    ),
    'wildcards and variables': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringLike": { "aws:RequestedRegion": ["us-*", "*", "\${aws:PrincipalTag/region}"] } } }`,
    ),
    'capitals where they do not count': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEqualsIgnoreCase": { "aws:RequestedRegion": "EU-West-1" } } }`,
    ),
    'an empty value': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "" } } }`,
    ),
    'another key': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestTag/Region": "Europe" } } }`,
    ),
    'an operator that is not for strings': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "Null": { "aws:RequestedRegion": "true" } } }`,
    ),
    'a Region known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": { "Ref": "AWS::Region" } } } }`,
      ),
    ),
  },
  flagged: {
    'a slip': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west1" } } }
    #                                                                                                                           ^^^^^^^^^^ invalid-region`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-1" } } }`,
        ),
      ],
      access: ['unknown'],
      messages: ['eu-west1 is not a Region. Did you mean eu-west-1?'],
    },
    'a zone': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "us-east-1a"] } } }
    #                                                                                                                                            ^^^^^^^^^^^^ invalid-region`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } } }`,
        ),
      ],
    },
    capitals: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "ForAnyValue:StringEqualsIfExists": { "aws:RequestedRegion": "US-EAST-1" } } }
    #                                                                                                                                               ^^^^^^^^^^^ invalid-region`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "ForAnyValue:StringEqualsIfExists": { "aws:RequestedRegion": "us-east-1" } } }`,
        ),
      ],
    },
    'a name': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "EC2:region": "Ireland" } } }
    #                                                                                                                  ^^^^^^^^^ invalid-region`),
      fixed: [],
      messages: ['Ireland is not a Region. Write the code of one, such as eu-west-1.'],
    },
    'one that may be new': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "zz-nowhere-7" } } }
    #                                                                                                                           ^^^^^^^^^^^^^^ invalid-region`),
      messages: ['zz-nowhere-7 is not a Region in the AWS data of 2026-09-26. Check its spelling.'],
    },
    'one that may be new, with a known one near': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-9" } } }
    #                                                                                                                           ^^^^^^^^^^^ invalid-region`),
      messages: [
        'eu-west-9 is not a Region in the AWS data of 2026-09-26. Check its spelling: eu-west-1 is near.',
      ],
    },
  },
});
