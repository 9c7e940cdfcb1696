import rule from '../../../server/src/rules/redundancy/unreachable-allow';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a Deny of less': inPolicy(`
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*" },
    { "Effect": "Deny", "Action": "s3:Delete*", "Resource": "*" }`),
    'a Deny with a condition': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" },
    { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }`),
    'a Deny with NotAction': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" },
    { "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }`),
    'a Deny for others': inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*" },
    { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" }`),
  },
  flagged: {
    'a Deny of more': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } },
    # ^^^^^^^^ unreachable-allow
    { "Sid": "None", "Effect": "Deny", "Action": "s3:*", "Resource": "*" }`),
      messages: [
        'This statement allows nothing: the statement None denies all of it, and a Deny always wins. ' +
          'Remove one, or narrow the Deny.',
      ],
    },
  },
});
