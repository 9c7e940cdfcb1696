import rule from '../../../server/src/rules/redundancy/subsumed-statement';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a wider action on a narrower resource': inPolicy(`
    { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/a/*" },
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*" }`),
    'another effect': inPolicy(`
    { "Effect": "Deny", "Action": "s3:*", "Resource": "*" },
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }`),
    'a condition on the wider one': inPolicy(`
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } },
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }`),
    'NotAction and NotResource': inPolicy(`
    { "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" },
    { "Effect": "Allow", "Action": "s3:Get*", "NotResource": "arn:aws:s3:::b" }`),
    'equal statements, which another rule reports': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" },
    { "Effect": "Allow", "Action": "s3:get*", "Resource": "*" }`),
    'other principals': inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" },
    { "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*" }`),
  },
  flagged: {
    'a narrower action and resource, and the same condition': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::b/a", "Condition": { "Bool": { "aws:SecureTransport": true } } },
    # ^^^^^^^^ subsumed-statement
    { "Sid": "All", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }`),
      messages: [
        'All of this statement is in the statement All already. Remove it, or narrow the other one.',
      ],
      fixed: [
        inPolicy(`
    { "Sid": "All", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }`),
      ],
    },
    'everyone and one account': inPolicy(`
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" },
    { "Effect": "Deny", "Principal": { "AWS": "444455556666" }, "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*" }
    # ^^^^^^^^ subsumed-statement`),
  },
});
