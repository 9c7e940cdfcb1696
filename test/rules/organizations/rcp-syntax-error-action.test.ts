import rule from '../../../server/src/rules/organizations/rcp-syntax-error-action';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'rcp';

ruleSpec(rule, {
  clean: {
    'services that support such policies, in any case': {
      text: inPolicy(`
    { "Effect": "Deny", "Principal": "*", "Action": ["s3:*", "STS:AssumeRole", "kms:Decrypt"], "Resource": "*" }`),
      type,
    },
    'what AWS manages': {
      text: inPolicy(`{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }`),
      type,
    },
    'a service that nobody knows, which another rule reports': {
      text: inPolicy(`{ "Effect": "Deny", "Principal": "*", "Action": "s33:*", "Resource": "*" }`),
      type,
    },
  },
  flagged: {
    'all actions, and a service that does not': {
      text: inPolicy(`
    { "Effect": "Deny", "Principal": "*", "Action": ["*", "ec2:RunInstances"], "Resource": "*" }
    #                                                ^^^ rcp-syntax-error-action
    #                                                      ^^^ rcp-syntax-error-action`),
      type,
    },
  },
});
