import rule from '../../../server/src/rules/organizations/rcp-syntax-error-notaction';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'rcp';

ruleSpec(rule, {
  clean: {
    'an Action': {
      text: inPolicy(`{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }`),
      type,
    },
    'a policy of another type': {
      text: inPolicy(`{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }`),
      type: 'scp',
    },
  },
  flagged: {
    'a NotAction': {
      text: inPolicy(`
    { "Effect": "Deny", "Principal": "*", "NotAction": "s3:*", "Resource": "*" }
    #                                     ^^^^^^^^^^^ rcp-syntax-error-notaction`),
      type,
    },
  },
});
