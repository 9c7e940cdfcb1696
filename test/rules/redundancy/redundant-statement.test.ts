import rule from '../../../server/src/rules/redundancy/redundant-statement';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const first = `    { "Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" }`;

ruleSpec(rule, {
  clean: {
    'statements that differ in a resource’s letter case': inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/A" },
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/a" }`),
    'a condition more': inPolicy(`
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*" },
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Null": { "aws:TokenIssueTime": "true" } } }`),
    'empty statements': inPolicy('    {},\n    {}'),
    'a statement still being typed': inPolicy(`
    { "Effect": "Allow", "Action": },
    { "Effect": "Allow", "Action": }`),
    'the opposite element': inPolicy(`
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*" },
    { "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }`),
  },
  flagged: {
    'another order, another case, another Sid': {
      text: inPolicy(`${first},
    { "Resource": ["*"], "Effect": "Allow", "Action": ["s3:putobject", "s3:GetObject"], "Sid": "B" }
    # ^^^^^^^^^^ redundant-statement`),
      messages: ['This statement says the same as the statement A. Remove one of them.'],
      fixed: [inPolicy(first)],
      access: ['same'],
    },
    'numbers and Booleans, quoted or not': inPolicy(`
    { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": false } } },
    { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "AWS:SecureTransport": "false" } } }
    # ^^^^^^^^ redundant-statement`),
  },
});
