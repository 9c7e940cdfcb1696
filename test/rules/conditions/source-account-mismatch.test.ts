import rule from '../../../server/src/rules/conditions/source-account-mismatch';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const service = { principal: '{ "Service": "sns.amazonaws.com" }' };
const condition = (account: string, arn: string) =>
  withCondition(
    `      "StringEquals": { "aws:SourceAccount": ${account} }, "ArnLike": { "aws:SourceArn": ${arn} }`,
    service,
  );

ruleSpec(rule, {
  clean: {
    'the same account': condition('"123456789012"', '"arn:aws:sns:eu-west-1:123456789012:orders"'),
    'one of several': condition(
      '["123456789012", "210987654321"]',
      '["arn:aws:sns:eu-west-1:210987654321:a", "arn:aws:sns:eu-west-1:111122223333:a"]',
    ),
    'an ARN without an account': condition('"123456789012"', '"arn:aws:s3:::reports"'),
    'an ARN of any account': condition('"123456789012"', '"arn:aws:sns:*:*:orders"'),
    'a variable': condition('"${aws:PrincipalAccount}"', '"arn:aws:sns:eu-west-1:210987654321:orders"'),
  },
  flagged: {
    'another account': {
      text: withCondition(
        `      "StringEquals": { "aws:SourceAccount": "123456789012" },
      #                 ^^^^^^^^^^^^^^^^^^^ source-account-mismatch
      "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-west-1:210987654321:orders" }`,
        service,
      ),
      messages: [
        'aws:SourceArn names the account 210987654321, so that a call from 123456789012 never matches both. Make them the same account.',
      ],
    },
  },
});
