import rule from '../../../server/src/rules/mfa/mfa-allow-without-mfa';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'with MFA': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`),
    'a Deny': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`, {
      effect: 'Deny',
    }),
    'setting up a device': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`, {
      action: '["iam:CreateVirtualMFADevice", "iam:ListMFADevices", "iam:GetUser"]',
      resource: '"*"',
    }),
    'either value': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": ["true", "false"] }`),
  },
  flagged: {
    'an Allow': {
      text: withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "false" }
      #                                       ^^^^^^^ mfa-allow-without-mfa`),
      messages: [
        'This allows only where MFA was not used. If MFA should be required, write "Bool": { "aws:MultiFactorAuthPresent": "true" }.',
      ],
    },
    'with IfExists': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": false }
      #                                               ^^^^^ mfa-allow-without-mfa`),
  },
});
