import rule from '../../../server/src/rules/actions/create-slr-with-star-in-action-and-not-resource';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a service that is named': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::123456789012:role/a", "Condition": { "StringLike": { "iam:AWSServiceName": "ecs*.amazonaws.com" } } }`,
    ),
    'the ARN of a role': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS" }`,
    ),
    'other actions': inPolicy(`    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "*" }`),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "Action": "iam:*", "NotResource": "arn:aws:iam::123456789012:role/a" }`,
    ),
  },
  flagged: {
    'without a limit': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::123456789012:role/a" }
    #                                       ^^^^^^^^^^^^^ create-slr-with-star-in-action-and-not-resource`),
    },
    'a limit that names no service': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::123456789012:role/a", "Condition": { "StringLike": { "iam:AWSServiceName": "*.amazonaws.com" } } }
    #                                       ^^^^^^^^^^^^^ create-slr-with-star-in-action-and-not-resource`),
    },
    'another condition': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::123456789012:role/a", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }
    #                                       ^^^^^^^^^^^^^ create-slr-with-star-in-action-and-not-resource`),
    },
  },
});
