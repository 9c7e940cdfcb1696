import rule from '../../../server/src/rules/principals/deny-with-not-principal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const what = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*"';

ruleSpec(rule, {
  clean: {
    'a condition instead': inPolicy(
      `    { "Effect": "Deny", "Principal": "*", ${what}, "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/x" } } }`,
    ),
    'an Allow': inPolicy(`    { "Effect": "Allow", "NotPrincipal": { "AWS": "123456789012" }, ${what} }`),
  },
  flagged: {
    'a role with its account': {
      text: inPolicy(`    { "Effect": "Deny", "NotPrincipal": { "AWS": ["arn:aws:iam::123456789012:role/x", "123456789012"] }, ${what} }
    #                   ^^^^^^^^^^^^^^ deny-with-not-principal`),
      messages: [
        'NotPrincipal denies principals with a permissions boundary although they are named. Use Principal "*" with ArnNotEquals on aws:PrincipalArn.',
      ],
    },
    'a role without its account': {
      text: inPolicy(`    { "Effect": "Deny", "NotPrincipal": { "AWS": ["arn:aws:iam::123456789012:role/x", "arn:aws:iam::210987654321:root"] }, ${what} }
    #                   ^^^^^^^^^^^^^^ deny-with-not-principal`),
      messages: [
        'This may deny the principals named here too, since their account 123456789012 is not among them. Use Principal "*" with ArnNotEquals on aws:PrincipalArn.',
      ],
    },
  },
});
