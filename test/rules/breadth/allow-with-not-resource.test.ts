import { expect, it } from 'vitest';
import rule from '../../../server/src/rules/breadth/allow-with-not-resource';
import { inPolicy, inTemplate } from '../../support/policies';
import { findingsIn, ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a Deny': inPolicy(`    { "Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::reports/*" }`),
    'a condition': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::payroll/*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue" } } }`,
    ),
    'iam:PassRole, which another rule tells': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::123456789012:role/admin" }`,
    ),
    'all but some actions, iam:PassRole among the others': inPolicy(
      `    { "Effect": "Allow", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::payroll/*" }`,
    ),
    'no resource left': inPolicy(`    { "Effect": "Allow", "Action": "s3:*", "NotResource": "*" }`),
    'a resource known later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": "s3:*", "NotResource": { "Ref": "All" } }`),
    ),
  },
  flagged: {
    'all but one bucket': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::payroll/*" }
    #                                      ^^^^^^^^^^^^^ allow-with-not-resource`),
      messages: [
        'This gives access to every resource that is not listed, also to those that come later. Name the resources that are needed in Resource.',
      ],
    },
    'all but IAM, on all but one bucket':
      inPolicy(`    { "Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::payroll/*" }
    #                                          ^^^^^^^^^^^^^ allow-with-not-resource`),
  },
});

it('only suggests, where all of a type is left out', () => {
  const text = inPolicy(
    `    { "Effect": "Allow", "Action": "ec2:CreateVpcEndpoint", "NotResource": "arn:aws:ec2:*:*:vpc-endpoint/*" }`,
  );
  expect(findingsIn(rule, text, text).map(({ category }) => category)).toEqual(['suggestion']);
});
