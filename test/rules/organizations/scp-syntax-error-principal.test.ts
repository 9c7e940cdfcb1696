import rule from '../../../server/src/rules/organizations/scp-syntax-error-principal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'scp';

ruleSpec(rule, {
  clean: {
    'a policy without': { text: inPolicy(`{ "Effect": "Deny", "Action": "*", "Resource": "*" }`), type },
    'another type': {
      text: inPolicy(`{ "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" }`),
      type: 'rcp',
    },
    'a principal still to be typed': {
      text: inPolicy(`{ "Effect": "Deny", "Principal": , "Action": "*", "Resource": "*" }`),
      type,
    },
  },
  flagged: {
    'a principal': {
      text: inPolicy(`
    { "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" }
    #                   ^^^^^^^^^^^ scp-syntax-error-principal`),
      type,
      fixed: [
        inPolicy(`
    { "Effect": "Deny", "Action": "*", "Resource": "*" }`),
      ],
      access: ['unknown'],
    },
    'a NotPrincipal': {
      text: inPolicy(`
    { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "*", "Resource": "*" }
    #                   ^^^^^^^^^^^^^^ scp-syntax-error-principal`),
      type,
    },
  },
});
