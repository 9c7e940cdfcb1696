import rule from '../../../server/src/rules/conditions/source-key-without-service';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const account = { principal: '{ "AWS": "123456789012" }' };

ruleSpec(rule, {
  clean: {
    'a service': withCondition(`      "StringEquals": { "aws:SourceAccount": "123456789012" }`, {
      principal: '{ "Service": "sns.amazonaws.com" }',
    }),
    'a service beside it': withCondition(`      "StringEquals": { "aws:SourceAccount": "123456789012" }`, {
      principal: '{ "AWS": "123456789012", "Service": "sns.amazonaws.com" }',
    }),
    everyone: withCondition(`      "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:123456789012:*" }`, {
      principal: '{ "AWS": "*" }',
    }),
    'where it is there': withCondition(
      `      "StringEqualsIfExists": { "aws:SourceAccount": "123456789012" }`,
      account,
    ),
    'another key': withCondition(`      "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" }`, account),
  },
  flagged: {
    'an account': {
      text: withCondition(
        `      "StringEquals": { "aws:SourceAccount": "123456789012" }
      #                 ^^^^^^^^^^^^^^^^^^^ source-key-without-service`,
        account,
      ),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalAccount": "123456789012" }`, account)],
      access: ['unknown'],
      messages: [
        'Only calls of services have aws:SourceAccount, so the accounts, users and roles named here never get in. Compare aws:PrincipalAccount, or name the service as principal.',
      ],
    },
    'a role': withCondition(
      `      "ArnEquals": { "aws:sourceArn": "arn:aws:sns:eu-west-1:123456789012:a" }
      #              ^^^^^^^^^^^^^^^ source-key-without-service`,
      { principal: '{ "AWS": "arn:aws:iam::123456789012:role/x" }' },
    ),
  },
});
