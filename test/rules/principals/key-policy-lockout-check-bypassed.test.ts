import rule from '../../../server/src/rules/principals/key-policy-lockout-check-bypassed';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const policy = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "kms:*", "Resource": "*" }] }`;
const key = (others: string) => inTemplate('AWS::KMS::Key', 'KeyPolicy', policy, others);

ruleSpec(rule, {
  clean: {
    'with the check': key('"BypassPolicyLockoutSafetyCheck": false, '),
    'known only later': key('"BypassPolicyLockoutSafetyCheck": { "Ref": "Bypass" }, '),
  },
  flagged: {
    'without it': {
      text: key(`
        "BypassPolicyLockoutSafetyCheck": true,
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key-policy-lockout-check-bypassed
        `),
      access: ['unknown'],
      messages: [
        'Without this check a policy can be put that nobody may change, and the key is lost. Leave it out.',
      ],
    },
  },
});
