import rule from '../../../server/src/rules/organizations/scp-syntax-error-action-wildcard';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'scp';

ruleSpec(rule, {
  clean: {
    'wildcards at the end, and alone': {
      text: inPolicy(
        `{ "Effect": "Deny", "Action": ["s3:Get*", "*", "ec2:*", "s3:Get**"], "Resource": "*" }`,
      ),
      type,
    },
    'a policy of another type': inPolicy(`{ "Effect": "Deny", "Action": "s3:*Object", "Resource": "*" }`),
  },
  flagged: {
    'a wildcard before the end': {
      text: inPolicy(`
    { "Effect": "Deny", "Action": ["s3:*Object", "s3:Get?bject", "s3:Get*"], "Resource": "*" }
    #                              ^^^^^^^^^^^^ scp-syntax-error-action-wildcard
    #                                            ^^^^^^^^^^^^^^ scp-syntax-error-action-wildcard`),
      type,
    },
  },
});
