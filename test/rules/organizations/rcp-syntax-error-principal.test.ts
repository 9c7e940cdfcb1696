import rule from '../../../server/src/rules/organizations/rcp-syntax-error-principal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'rcp';

ruleSpec(rule, {
  clean: {
    everyone: {
      text: inPolicy(`{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }`),
      type,
    },
    'a principal still to be typed': {
      text: inPolicy(`{ "Effect": "Deny", "Principal": , "Action": "s3:*", "Resource": "*" }`),
      type,
    },
  },
  flagged: {
    'an account': {
      text: inPolicy(`
    { "Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }
    #                                ^^^^^^^^^^^^^^^^^^^^^^^^^ rcp-syntax-error-principal`),
      type,
      fixed: [
        inPolicy(`
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }`),
      ],
      access: ['unknown'],
    },
    'everyone with an account': {
      text: inPolicy(`
    { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "s3:*", "Resource": "*" }
    #                                ^^^^^^^^^^^^^^ rcp-syntax-error-principal`),
      type,
    },
    'a NotPrincipal': {
      text: inPolicy(`
    { "Effect": "Deny", "NotPrincipal": "*", "Action": "s3:*", "Resource": "*" }
    #                   ^^^^^^^^^^^^^^ rcp-syntax-error-principal`),
      type,
    },
  },
});
