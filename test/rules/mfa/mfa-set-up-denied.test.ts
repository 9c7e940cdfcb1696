import rule from '../../../server/src/rules/mfa/mfa-set-up-denied';
import { inPolicy, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const without = `"Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }`;
const deny = (actions: string) =>
  inPolicy(`    { "Effect": "Deny", "NotAction": ${actions}, "Resource": "*", ${without} }`);

ruleSpec(rule, {
  clean: {
    'all that is needed': deny(
      '["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"]',
    ),
    'by wildcards': deny('["iam:*MFADevice*", "sts:GetSessionToken"]'),
    'devices set up by others': deny('["iam:GetUser", "sts:GetSessionToken"]'),
    'all actions denied': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`, {
      effect: 'Deny',
      action: '"*"',
      resource: '"*"',
    }),
    'not about MFA': inPolicy(
      `    { "Effect": "Deny", "NotAction": ["iam:EnableMFADevice"], "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "false" } } }`,
    ),
  },
  flagged: {
    'one is missing': {
      text: inPolicy(`    { "Effect": "Deny", "NotAction": ["iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"], "Resource": "*", ${without} }
    #                   ^^^^^^^^^^^ mfa-set-up-denied`),
      fixed: [
        deny(
          '["iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken", "iam:CreateVirtualMFADevice"]',
        ),
      ],
      access: ['wider'],
      messages: [
        'Who has no MFA yet needs iam:CreateVirtualMFADevice to set it up, and is denied it. Add it to NotAction.',
      ],
    },
    'two are missing': {
      text: inPolicy(`    { "Effect": "Deny", "NotAction": ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice"], "Resource": "*", ${without} }
    #                   ^^^^^^^^^^^ mfa-set-up-denied`),
      messages: [
        'Who has no MFA yet needs iam:ListMFADevices and sts:GetSessionToken to set it up, and is denied it. Add them to NotAction.',
      ],
    },
    'one alone': inPolicy(`    { "Effect": "Deny", "NotAction": "iam:*Virtual*", "Resource": "*", ${without} }
    #                   ^^^^^^^^^^^ mfa-set-up-denied`),
  },
});
