import rule from '../../../server/src/rules/conditions/unsupported-action-for-condition-key';
import { inPolicy, inTerraform, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const id = 'unsupported-action-for-condition-key';

/** The statement comes first, so that drawings can stand below its line. */
function statement(action: string, condition: string, drawing = '', effect = 'Allow'): string {
  return inPolicy(`    { "Effect": "${effect}", "Action": ${action}, "Resource": "*",${drawing}
      "Condition": ${condition} }`);
}

const prefix = '{ "StringLike": { "s3:prefix": "reports/*" } }';
const context = '{ "StringEquals": { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::reports" } }';

ruleSpec(rule, {
  clean: {
    'actions that have the key': statement('["s3:ListBucket", "s3:ListBucketVersions"]', prefix),
    'actions that have a key with a name in it': statement(
      '["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant", "kms:ReEncryptFrom"]',
      context,
    ),
    'the one action that passes roles': statement(
      '"iam:PassRole"',
      '{ "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
    ),
    'wildcards, which AWS passes over': statement('["s3:*", "s3:Get*"]', prefix),
    'requests without the key pass': statement(
      '["s3:ListBucket", "s3:GetObject"]',
      '{ "StringLikeIfExists": { "s3:prefix": "a" }, "StringNotLike": { "s3:prefix": "b" }, "ForAllValues:StringLike": { "s3:prefix": "c" }, "Null": { "s3:prefix": "true" } }',
    ),
    'a key that AWS uses with more actions than it documents': statement(
      '"ec2:CreateImage"',
      '{ "ArnLike": { "ec2:SourceInstanceARN": "arn:aws:ec2:*:*:instance/*" } }',
    ),
    'an action that the data does not know': statement('"kms:DescribeWhatever"', context),
    'a trust policy as the guide to Cognito has it': withCondition(
      '"StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:11111111-2222-3333-4444-555555555555" }',
      {
        principal: '{ "Federated": "cognito-identity.amazonaws.com" }',
        action: '["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]',
        resource: '',
      },
    ),
  },
  flagged: {
    'an action that lists nothing': {
      text: statement(
        '["s3:ListBucket", "s3:GetObject"]',
        prefix,
        `
    #                                                ^^^^^^^^^^^^^^ ${id}`,
      ),
      messages: [
        's3:GetObject never has the key s3:prefix, so this statement does nothing with it. Put it into a statement without that condition.',
      ],
    },
    'uploads, which have a prefix of their own': statement(
      '"s3:ListBucketMultipartUploads"',
      prefix,
      `
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${id}`,
    ),
    'several actions, at the first of them': {
      text: statement(
        '["kms:DescribeKey", "kms:Decrypt", "kms:GetKeyPolicy"]',
        context,
        `
    #                               ^^^^^^^^^^^^^^^^^ ${id}`,
      ),
      messages: [
        'kms:DescribeKey and 1 more never have the key kms:EncryptionContext:aws:s3:arn, so this statement does nothing with them. Put them into a statement without that condition.',
      ],
    },
    'a Deny, in any case, for any value': statement(
      '["KMS:getkeypolicy", "kms:Decrypt"]',
      '{ "ForAnyValue:StringEqualsIgnoreCase": { "kms:recipientattestation:pcr8": ["a", "b"] } }',
      `
    #                              ^^^^^^^^^^^^^^^^^^ ${id}`,
      'Deny',
    ),
    'Null that asks for the key': statement(
      '["s3:ListBucket", "s3:GetObject"]',
      '{ "Null": { "s3:prefix": false } }',
      `
    #                                                ^^^^^^^^^^^^^^ ${id}`,
    ),
    'an action of another service': statement(
      '["iam:PassRole", "ec2:RunInstances"]',
      '{ "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
      `
    #                                               ^^^^^^^^^^^^^^^^^^ ${id}`,
    ),
    'values known only later': {
      language: 'terraform',
      text: inTerraform(`      Action = ["s3:ListBucket", "s3:GetObject"]
      #                          ^^^^^^^^^^^^^^ ${id}
      Resource = "*"
      Condition = { StringLike = { "s3:prefix" = ["\${var.team}/*"] } }`),
    },
  },
});
