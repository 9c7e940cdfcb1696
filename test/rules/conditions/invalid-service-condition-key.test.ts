import rule from '../../../server/src/rules/conditions/invalid-service-condition-key';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'what AWS documents and does not list': withCondition(
      `      "Bool": { "iot:Connection.Thing.IsAttached": "true", "glue:EvaluatedByLakeFormationTags": "true" }`,
    ),
    'keys in any case, with what fills them in': withCondition(
      `      "StringEquals": { "S3:Prefix": "a", "s3:ExistingObjectTag/team": "a", "kms:EncryptionContext:aws:s3:arn": "a", "ec2:ResourceTag/team": "a", "sts:ExternalId": "a" }`,
    ),
    'identity providers': withCondition(
      `      "StringEquals": { "token.actions.githubusercontent.com:sub": "a", "example.com/path:aud": "a", "saml:aud": "a", "cognito-identity.amazonaws.com:aud": "a" }`,
    ),
    'a name of no form, which another rule reports': withCondition(`      "StringEquals": { "Key": "a" }`),
  },
  flagged: {
    'a slip': {
      text: withCondition(`      "StringEquals": { "s3:prefixes": "home/" }
      #                 ^^^^^^^^^^^^^ invalid-service-condition-key`),
      fixed: [withCondition(`      "StringEquals": { "s3:prefix": "home/" }`)],
      access: ['unknown'],
      messages: [
        's3:prefixes is not a condition key of Amazon S3 in the AWS data of 2026-09-26. Did you mean s3:prefix?',
      ],
    },
    'a global key': {
      text: withCondition(`      "IpAddress": { "s3:SourceIp": "203.0.113.0/24" }
      #              ^^^^^^^^^^^^^ invalid-service-condition-key`),
      fixed: [withCondition(`      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }`)],
    },
    'nothing like one': {
      text: withCondition(`      "StringEquals": { "sqs:Weather": "sunny" }
      #                 ^^^^^^^^^^^^^ invalid-service-condition-key`),
      fixed: [],
    },
    'a prefix of no service': {
      text: withCondition(`      "StringEquals": { "nosuchservice:Key": "a" }
      #                 ^^^^^^^^^^^^^^^^^^^ invalid-service-condition-key`),
      fixed: [],
      messages: ['nosuchservice:Key is not a condition key of any service in the AWS data of 2026-09-26.'],
    },
    'a slip in the prefix': {
      text: withCondition(`      "ArnEquals": { "lamdba:FunctionArn": "arn:aws:lambda:eu-west-1:123456789012:function:a" }
      #              ^^^^^^^^^^^^^^^^^^^^ invalid-service-condition-key`),
      fixed: [
        withCondition(
          `      "ArnEquals": { "lambda:FunctionArn": "arn:aws:lambda:eu-west-1:123456789012:function:a" }`,
        ),
      ],
    },
  },
});
