import rule from '../../../server/src/rules/breadth/allow-with-not-action';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a Deny': inPolicy(`    { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*" }`),
    'some resources': inPolicy(
      `    { "Effect": "Allow", "NotAction": "iam:*", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'a condition': inPolicy(
      `    { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }`,
    ),
    'a role that may be passed, which another rule tells': inPolicy(
      `    { "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }`,
    ),
    'nothing left': inPolicy(`    { "Effect": "Allow", "NotAction": ["iam:*", "*"], "Resource": "*" }`),
    'an SCP': {
      text: inPolicy(`    { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }`),
      type: 'scp',
    },
  },
  flagged: {
    'all but IAM': {
      text: inPolicy(`    { "Effect": "Allow", "NotAction": ["iam:*", "account:*"], "Resource": "*" }
    #                    ^^^^^^^^^^^ allow-with-not-action`),
      messages: [
        'This allows every action that is not listed, also of services that come later. Write out the actions that are needed, or allow them with Action and deny the rest.',
      ],
    },
  },
});
