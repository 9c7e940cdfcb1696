import rule from '../../../server/src/rules/redundancy/mergeable-statements';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** Fills a policy to more than half of its quota. */
const much = Array.from(
  { length: 150 },
  (_, i) => `"arn:aws:s3:::example-reports-of-department-${i}/*"`,
).join(', ');

ruleSpec(rule, {
  clean: {
    'a policy with room': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" },
    { "Effect": "Allow", "Action": "s3:Put*", "Resource": "*" }`),
    'statements with Sids': inPolicy(`
    { "Sid": "A", "Effect": "Allow", "Action": "s3:Get*", "Resource": [${much}] },
    { "Sid": "B", "Effect": "Allow", "Action": "s3:Put*", "Resource": [${much}] }`),
    'two differences': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a" },
    { "Effect": "Allow", "Action": "s3:Put*", "Resource": "arn:aws:s3:::b" }`),
    'an element and its opposite': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": [${much}] },
    { "Effect": "Allow", "NotAction": "s3:Put*", "Resource": [${much}] }`),
    'equal statements, which another rule reports': inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": [${much}] },
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": [${much}] }`),
    'statements that leave out different things': inPolicy(`
    { "Effect": "Deny", "NotAction": "s3:Get*", "Resource": [${much}] },
    { "Effect": "Deny", "NotAction": "s3:Put*", "Resource": [${much}] }`),
  },
  flagged: {
    'different actions': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": [${much}] },
    { "Effect": "Allow", "Action": ["s3:Put*"], "Resource": [${much}] }
    # ^^^^^^^^ mergeable-statements`),
      access: ['same'],
    },
    'different resources': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a/*", ${much}] },
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }
    # ^^^^^^^^ mergeable-statements`),
      access: ['same'],
    },
  },
});
