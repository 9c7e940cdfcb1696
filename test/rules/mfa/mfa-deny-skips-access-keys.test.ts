import rule from '../../../server/src/rules/mfa/mfa-deny-skips-access-keys';
import { inPolicy, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const deny = { effect: 'Deny', action: '"ec2:*"', resource: '"*"' };

ruleSpec(rule, {
  clean: {
    'with IfExists': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`, deny),
    'an Allow with MFA': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`),
    'those who used it': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`, deny),
    'a value known only later': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": {} }`, deny),
    'a check for the key beside it': withCondition(
      `      "Bool": { "aws:MultiFactorAuthPresent": "false" }, "Null": { "aws:MultiFactorAuthAge": "false" }`,
      deny,
    ),
    'a second Deny for requests without the key': inPolicy(
      `    { "Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } } },
    { "Effect": "Deny", "Action": "ec2:*", "Resource": "*", "Condition": { "Null": { "aws:MultiFactorAuthPresent": "true" } } }`,
    ),
  },
  flagged: {
    'a Deny with Bool': {
      text: withCondition(
        `      "Bool": { "aws:MultiFactorAuthPresent": "false" }
     #^^^^^^ mfa-deny-skips-access-keys`,
        deny,
      ),
      fixed: [withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`, deny)],
      access: ['narrower'],
      messages: [
        'Requests with long-term access keys have no aws:MultiFactorAuthPresent, and this Deny does not match them. Use BoolIfExists, so that it holds for them too.',
      ],
    },
    'beside other keys, without quotes': {
      text: withCondition(
        `      "Bool": { "aws:ViaAWSService": "false", "AWS:MultiFactorAuthPresent": false }
     #^^^^^^ mfa-deny-skips-access-keys`,
        deny,
      ),
      access: ['narrower'],
    },
    'in a bucket policy': withCondition(
      `      "Bool": { "aws:MultiFactorAuthPresent": "false" }
     #^^^^^^ mfa-deny-skips-access-keys`,
      { effect: 'Deny', principal: '"*"' },
    ),
  },
});
