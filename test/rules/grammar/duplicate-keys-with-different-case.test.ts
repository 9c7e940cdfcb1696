import rule from '../../../server/src/rules/grammar/duplicate-keys-with-different-case';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const rest = `"Effect": "Allow", "Action": "s3:*", "Resource": "*"`;

ruleSpec(rule, {
  clean: {
    'different keys': inPolicy(`
    { ${rest}, "Condition": { "Bool": { "aws:SecureTransport": "true", "aws:ViaAWSService": "false" } } }`),
    'the same key in the same case': inPolicy(`
    { ${rest}, "Condition": { "Bool": { "aws:SecureTransport": "true", "aws:SecureTransport": "false" } } }`),
    'the same key under two operators': inPolicy(`
    {
      ${rest},
      "Condition": { "StringEquals": { "s3:prefix": "a" }, "StringLike": { "S3:Prefix": "b*" } }
    }`),
    'a second one still to be typed': inPolicy(`
    { ${rest}, "Condition": { "Bool": { "aws:SecureTransport": "true", "aws:securetransport": } } }`),
  },
  flagged: {
    'a key in two spellings': {
      text: inPolicy(`
    {
      ${rest},
      "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-1", "AWS:sourcevpc": ["vpc-2", "vpc-1"] } }
      #                                                          ^^^^^^^^^^^^^^^ duplicate-keys-with-different-case
    }`),
      fixed: [
        inPolicy(`
    {
      ${rest},
      "Condition": { "StringEquals": { "aws:SourceVpc": [
        "vpc-1",
        "vpc-2"
      ] } }
    }`),
      ],
      access: ['unknown'],
      messages: [
        '"AWS:sourcevpc" is the same condition key as "aws:SourceVpc": case does not matter. ' +
          'Put their values in one list.',
      ],
    },
    'a value known only later, which cannot be merged': {
      text: inTemplate(
        'AWS::IAM::ManagedPolicy',
        'PolicyDocument',
        inPolicy(`
    {
      ${rest},
      "Condition": { "StringEquals": { "aws:SourceVpc": { "Ref": "Vpc" }, "aws:sourceVpc": "vpc-1" } }
      #                                                                   ^^^^^^^^^^^^^^^ duplicate-keys-with-different-case
    }`),
      ),
      access: [],
    },
  },
});
