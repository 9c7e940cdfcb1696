import rule from '../../../server/src/rules/organizations/rcp-syntax-error-allow';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'rcp';

ruleSpec(rule, {
  clean: {
    'what AWS manages': {
      text: inPolicy(`{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }`),
      type,
    },
    'a Deny': {
      text: inPolicy(`{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }`),
      type,
    },
    'half a statement': { text: inPolicy(`{ "Effect": "Allow", "Principal": "*" }`), type },
  },
  flagged: {
    'some actions': {
      text: inPolicy(`
    { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" }
    #           ^^^^^^^ rcp-syntax-error-allow`),
      type,
    },
    'a condition': {
      text: inPolicy(`
    {
      "Effect": "Allow",
    #           ^^^^^^^ rcp-syntax-error-allow
      "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "Null": { "aws:TokenIssueTime": "true" } }
    }`),
      type,
    },
  },
});
