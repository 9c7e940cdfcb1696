import rule from '../../../server/src/rules/conditions/type-mismatch';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'operators that fit': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      "Bool": { "aws:SecureTransport": "true" },
      "NumericLessThan": { "aws:MultiFactorAuthAge": "300" },
      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" },
      "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z", "aws:EpochTime": "1893456000" }`),
    'a string on an ARN': withCondition(
      `      "StringEquals": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/worker" }`,
    ),
    'Like on an ARN, which another rule reports': withCondition(
      `      "StringLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" }`,
    ),
    'numbers that the lists call text or a date': withCondition(
      `      "NumericLessThan": { "glacier:ArchiveAgeInDays": "365", "kms:ValidTo": "1893456000.0" },
      "DateLessThan": { "kms:validTo": "2030-01-01T00:00:00Z" }`,
    ),
    'addresses of one request': withCondition(
      `      "StringNotEquals": { "aws:Ec2InstanceSourcePrivateIPv4": "\${aws:VpcSourceIp}" }`,
      { effect: 'Deny' },
    ),
    'the time as a number': withCondition(`      "NumericLessThan": { "aws:EpochTime": "1893456000" }`),
    Null: withCondition(`      "Null": { "aws:SecureTransport": "true" }`),
    'an ARN in a key of text': withCondition(
      `      "ArnEquals": { "ecs:cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/web", "aws:FederatedProvider": "arn:aws:iam::123456789012:oidc-provider/example.com" }`,
    ),
    'an operator that does not exist': withCondition(
      `      "StringEqual": { "aws:SecureTransport": "true" }`,
    ),
    'a key that does not exist': withCondition(`      "StringEquals": { "aws:NoSuchKey": "true" }`),
  },
  flagged: {
    'a string on a Boolean': {
      text: withCondition(`      "StringEquals": { "aws:SecureTransport": "true" }
      #                 ^^^^^^^^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [withCondition(`      "Bool": { "aws:SecureTransport": "true" }`)],
      access: ['unknown'],
      messages: ['aws:SecureTransport is a Boolean, and StringEquals compares text. Use Bool.'],
    },
    'with a set and a suffix': {
      text: withCondition(`      "ForAnyValue:NumericEqualsIfExists": { "aws:TagKeys": "1" }
      #                                      ^^^^^^^^^^^^^ type-mismatch`),
      fixed: [withCondition(`      "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": "1" }`)],
    },
    'among keys that fit': {
      text: withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceIp": "203.0.113.7" }
      #                                                       ^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [
        withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      "IpAddress": {
        "aws:SourceIp": "203.0.113.7"
      }`),
      ],
    },
    'in another case': {
      text: withCondition(`      "StringLike": { "AWS:sourceip": "203.0.113.*" }
      #               ^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [withCondition(`      "IpAddress": { "AWS:sourceip": "203.0.113.*" }`)],
    },
    'a Boolean that is negated': {
      text: withCondition(`      "StringNotEquals": { "aws:ViaAWSService": "true" }
      #                    ^^^^^^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [],
      messages: [
        'aws:ViaAWSService is a Boolean, and StringNotEquals compares text. Use an operator of the family Bool.',
      ],
    },
    'a Boolean operator on text': {
      text: withCondition(`      "Bool": { "aws:RequestTag/production": "true" }
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [withCondition(`      "StringEquals": { "aws:RequestTag/production": "true" }`)],
      messages: ['aws:RequestTag/production is text, and Bool compares Booleans. Use StringEquals.'],
    },
    'an ARN operator on text that is none': {
      text: withCondition(`      "ArnEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }
      #              ^^^^^^^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`)],
    },
    'an ARN operator on a Boolean': {
      text: withCondition(`      "ArnLike": { "aws:SecureTransport": "true" }
      #            ^^^^^^^^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [withCondition(`      "Bool": { "aws:SecureTransport": "true" }`)],
    },
    'a date': {
      text: withCondition(`      "DateGreaterThan": { "aws:MultiFactorAuthAge": "300" }
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^ type-mismatch`),
      fixed: [withCondition(`      "NumericGreaterThan": { "aws:MultiFactorAuthAge": "300" }`)],
    },
  },
});
