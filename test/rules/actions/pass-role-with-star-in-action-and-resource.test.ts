import rule from '../../../server/src/rules/actions/pass-role-with-star-in-action-and-resource';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'iam:PassRole by name': inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }`),
    'a wildcard without it': inPolicy(
      `    { "Effect": "Allow", "Action": ["iam:Get*", "s3:*"], "Resource": "*" }`,
    ),
    'one role': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:*", "Resource": "arn:aws:iam::123456789012:role/worker" }`,
    ),
    'a service': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:Pass*", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }`,
    ),
    'a Deny': inPolicy(`    { "Effect": "Deny", "Action": "*", "Resource": "*" }`),
    'a boundary': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }`),
      type: 'boundary',
    },
  },
  flagged: {
    everything: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }
    #                                               ^^^ pass-role-with-star-in-action-and-resource`),
      messages: [
        "The action * includes iam:PassRole, and the resource * every role, administrators' roles included. Write out the actions, name the roles, or add a condition on iam:PassedToService.",
      ],
    },
    'all of IAM': inPolicy(`    { "Effect": "Allow", "Action": ["s3:*", "iam:*"], "Resource": "*" }
    #                                                             ^^^ pass-role-with-star-in-action-and-resource`),
    'part of the name': inPolicy(`    { "Effect": "Allow", "Action": "iam:?ass*", "Resource": "*" }
    #                                                       ^^^ pass-role-with-star-in-action-and-resource`),
    'an unrelated condition':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }
    #                                                   ^^^ pass-role-with-star-in-action-and-resource`),
  },
});
