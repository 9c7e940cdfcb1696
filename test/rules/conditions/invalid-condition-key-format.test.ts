import rule from '../../../server/src/rules/conditions/invalid-condition-key-format';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'keys of all kinds': withCondition(
      `      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "s3:prefix": "a", "kms:EncryptionContext:aws:s3:arn": "x", "aws:RequestTag/cost center": "1", "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub": "a" }`,
    ),
  },
  flagged: {
    'a name alone': {
      text: withCondition(`      "IpAddress": { "sourceIP": "203.0.113.0/24" }
      #              ^^^^^^^^^^ invalid-condition-key-format`),
      fixed: [withCondition(`      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }`)],
      access: ['unknown'],
      messages: [
        '"sourceIP" is not a condition key: keys have the form service:name. Did you mean aws:SourceIp?',
      ],
    },
    'another mark': {
      text: withCondition(`      "StringEquals": { "aws.PrincipalTag/team": "a" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^^ invalid-condition-key-format`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalTag/team": "a" }`)],
    },
    'a space': {
      text: withCondition(`      "StringEquals": { " aws:PrincipalOrgID": "o-a1b2c3d4e5" }
      #                 ^^^^^^^^^^^^^^^^^^^^^ invalid-condition-key-format`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`)],
    },
    'no name': {
      text: withCondition(`      "StringEquals": { "aws:": "o-a1b2c3d4e5" }
      #                 ^^^^^^ invalid-condition-key-format`),
      fixed: [],
    },
    nothing: {
      text: withCondition(`      "StringEquals": { "": "x" }
      #                 ^^ invalid-condition-key-format`),
      fixed: [],
      messages: ['"" is not a condition key: keys have the form service:name.'],
    },
  },
});
