import rule from '../../../server/src/rules/conditions/source-arn-without-account';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const service = { principal: '{ "Service": "s3.amazonaws.com" }', action: '"sqs:SendMessage"' };

ruleSpec(rule, {
  clean: {
    'with its account': withCondition(
      `      "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a" }, "StringEquals": { "aws:SourceAccount": "123456789012" }`,
      service,
    ),
    'an account in the ARN': withCondition(
      `      "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:a" }`,
      service,
    ),
    'any bucket, which principal-wildcard speaks of': withCondition(
      `      "ArnLike": { "aws:SourceArn": "arn:aws:s3:::*" }`,
      service,
    ),
    'a Deny': withCondition(`      "ArnNotLike": { "aws:SourceArn": "arn:aws:s3:::a" }`, {
      ...service,
      effect: 'Deny',
    }),
  },
  flagged: {
    'a bucket': {
      text: withCondition(
        `      "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a" }
      #                             ^^^^^^^^^^^^^^^^ source-arn-without-account`,
        service,
      ),
      access: ['narrower'],
      messages: [
        'This ARN has no account, and the name may come to belong to somebody else. Add aws:SourceAccount with the number of your account.',
      ],
    },
  },
});
