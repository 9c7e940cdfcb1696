import rule from '../../../server/src/rules/actions/pass-role-with-not-action-and-not-resource';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'IAM left out': inPolicy(
      `    { "Effect": "Allow", "NotAction": ["iam:*"], "NotResource": "arn:aws:s3:::reports" }`,
    ),
    'roles left out': inPolicy(
      `    { "Effect": "Allow", "NotAction": "s3:*", "NotResource": "arn:aws:iam::*:*" }`,
    ),
    Action: inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:s3:::reports" }`,
    ),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::reports" }`,
    ),
  },
  flagged: {
    'neither left out': {
      text: inPolicy(`    { "Effect": "Allow", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::reports" }
    #                                         ^^^^^^^^^^^^^ pass-role-with-not-action-and-not-resource`),
      messages: [
        'NotAction and NotResource together allow iam:PassRole for every role that is not listed, those made later included. Leave out iam:PassRole, or name actions and resources.',
      ],
    },
  },
});
