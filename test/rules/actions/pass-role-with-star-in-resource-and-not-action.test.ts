import rule from '../../../server/src/rules/actions/pass-role-with-star-in-resource-and-not-action';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'IAM left out': inPolicy(
      `    { "Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*" }`,
    ),
    'iam:PassRole left out': inPolicy(
      `    { "Effect": "Allow", "NotAction": "iam:PassRole", "Resource": "*" }`,
    ),
    'a service': inPolicy(
      `    { "Effect": "Allow", "NotAction": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }`,
    ),
    'buckets only': inPolicy(
      `    { "Effect": "Allow", "NotAction": "s3:Put*", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'a Deny': inPolicy(`    { "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }`),
    'actions known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "NotAction": ["s3:*", { "Ref": "Action" }], "Resource": "*" }`),
    ),
  },
  flagged: {
    'IAM not left out': {
      text: inPolicy(`    { "Effect": "Allow", "NotAction": "organizations:*", "Resource": "*" }
    #                                                                ^^^ pass-role-with-star-in-resource-and-not-action`),
      messages: [
        "This NotAction does not leave out iam:PassRole, and the resource * includes every role, administrators' roles too. Leave out iam:PassRole, name the roles, or add a condition on iam:PassedToService.",
      ],
    },
    'some of IAM left out':
      inPolicy(`    { "Effect": "Allow", "NotAction": ["iam:Create*", "iam:Delete*"], "Resource": "*" }
    #                                                                             ^^^ pass-role-with-star-in-resource-and-not-action`),
  },
});
