import rule from '../../../server/src/rules/mfa/mfa-allow-with-if-exists';
import { inPolicy, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const trust = { principal: '{ "AWS": "123456789012" }', action: '"sts:AssumeRole"', resource: '' };

ruleSpec(rule, {
  clean: {
    Bool: withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`),
    'a Deny': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }`, {
      effect: 'Deny',
    }),
    'MFA, and not long ago': withCondition(
      `      "Bool": { "aws:MultiFactorAuthPresent": "true" }, "NumericLessThanIfExists": { "aws:MultiFactorAuthAge": "3600" }`,
    ),
    'the key demanded beside it': withCondition(
      `      "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }, "Null": { "aws:MultiFactorAuthAge": "false" }`,
    ),
    'for services': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }`, {
      ...trust,
      principal: '{ "Service": "ec2.amazonaws.com" }',
    }),
    'others denied': inPolicy(
      `    { "Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } } },
    { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } }`,
    ),
  },
  flagged: {
    'an Allow': {
      text: withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }
     #^^^^^^^^^^^^^^ mfa-allow-with-if-exists`),
      fixed: [withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`)],
      access: ['narrower'],
      messages: [
        'Requests with long-term access keys have no aws:MultiFactorAuthPresent, and BoolIfExists lets them through without MFA. Use Bool.',
      ],
    },
    'the age alone': {
      text: withCondition(`      "NumericLessThanIfExists": { "aws:MultiFactorAuthAge": "3600" }
     #^^^^^^^^^^^^^^^^^^^^^^^^^ mfa-allow-with-if-exists`),
      fixed: [withCondition(`      "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" }`)],
    },
    'a trust policy': withCondition(
      `      "BoolIfExists": { "aws:MultiFactorAuthPresent": true }
     #^^^^^^^^^^^^^^ mfa-allow-with-if-exists`,
      trust,
    ),
  },
});
