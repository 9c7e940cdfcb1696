import rule from '../../../server/src/rules/actions/pass-role-with-star-in-action-and-not-resource';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'iam:PassRole by name': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:s3:::reports" }`,
    ),
    'a wildcard without it': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:Get*", "NotResource": "arn:aws:s3:::reports" }`,
    ),
    'roles left out': inPolicy(`    { "Effect": "Allow", "Action": "*", "NotResource": "arn:aws:iam::*:*" }`),
    'a Deny': inPolicy(`    { "Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::reports" }`),
  },
  flagged: {
    'all of IAM': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:s3:::reports" }
    #                                       ^^^^^^^^^^^^^ pass-role-with-star-in-action-and-not-resource`),
      messages: [
        'The action iam:* includes iam:PassRole, and NotResource every role that is not listed, those made later included. Write out the actions, and name the roles in Resource.',
      ],
    },
    everything:
      inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetObject", "*"], "NotResource": "arn:aws:s3:::reports" }
    #                                                     ^^^^^^^^^^^^^ pass-role-with-star-in-action-and-not-resource`),
  },
});
