import rule from '../../../server/src/rules/actions/pass-role-with-not-resource';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    Resource: inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/worker" }`,
    ),
    'roles left out': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": ["arn:aws:iam::*:role/*", "arn:aws:s3:::reports"] }`,
    ),
    'everything left out': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "*" }`,
    ),
    'a wildcard in the action': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:s3:::reports" }`,
    ),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "Action": "iam:PassRole", "NotResource": "arn:aws:s3:::reports" }`,
    ),
    'something known only later left out': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": { "Ref": "Roles" } }`),
    ),
  },
  flagged: {
    'a role left out': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::123456789012:role/worker" }
    #                                              ^^^^^^^^^^^^^ pass-role-with-not-resource`),
      messages: [
        'iam:PassRole with NotResource lets every role be passed that is not listed, those made later included. Name the roles in Resource instead.',
      ],
    },
    'with a condition on the service':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:s3:::reports", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }
    #                                              ^^^^^^^^^^^^^ pass-role-with-not-resource`),
  },
});
