import rule from '../../../server/src/rules/actions/pass-role-with-star-in-resource';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one role': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/worker" }`,
    ),
    'roles by the beginning of their names': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/app-*" }`,
    ),
    'a service by StringEquals': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }`,
    ),
    'a service by StringLike': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringLike": { "iam:passedToService": "*.amazonaws.com" } } }`,
    ),
    'a service by StringLikeIfExists': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringLikeIfExists": { "iam:PassedToService": "ec2.amazonaws.com" } } }`,
    ),
    'a resource that the role is for': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "ArnLike": { "iam:AssociatedResourceArn": "arn:aws:ec2:*:123456789012:instance/*" } } }`,
    ),
    'roles by their tags': inPolicy(
      `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "reports" } } }`,
    ),
    'a Deny': inPolicy(`    { "Effect": "Deny", "Action": "iam:PassRole", "Resource": "*" }`),
    'another action': inPolicy(`    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "*" }`),
    'a wildcard in the action': inPolicy(`    { "Effect": "Allow", "Action": "iam:*", "Resource": "*" }`),
    'a string that is still open': `{ "Version": "2012-10-17", "Statement":
    { "Effect": "Allow", "Action": ["dyanmodb:`,
    'a service known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": { "Ref": "Service" } } } }`,
      ),
    ),
    'a condition known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "Fn::If": ["Strict", { "StringEquals": { "aws:a": "b" } }, { "Ref": "AWS::NoValue" }] } }`,
      ),
    ),
    'a role known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": { "Fn::GetAtt": ["Role", "Arn"] } }`,
      ),
    ),
    'a condition still being typed': `{ "Version": "2012-10-17", "Statement":
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": `,
    'some roles': {
      language: 'terraform',
      text: inTerraform(`      Action = "iam:PassRole"
      Resource = ["arn:aws:iam::\${var.account}:role/app-*", "arn:aws:iam::\${var.account}:role/\${var.r}", "\${var.r}*"]`),
    },
  },
  flagged: {
    'every role': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
    #                                                          ^^^ pass-role-with-star-in-resource`),
      messages: [
        "iam:PassRole on * lets every role of the account be passed, administrators' roles included. Name the roles, or add a condition on iam:PassedToService.",
      ],
    },
    'in any case, in a list':
      inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetObject", "IAM:passrole"], "Resource": ["arn:aws:s3:::reports", "*"] }
    #                                                                                                     ^^^ pass-role-with-star-in-resource`),
    'every role of the account':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/*" }
    #                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pass-role-with-star-in-resource`),
    'every role by a wider ARN':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:*" }
    #                                                          ^^^^^^^^^^^^^^^^^^ pass-role-with-star-in-resource`),
    'every role by an ARN that IAM completes':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*" }
    #                                                          ^^^^^^^^^^^^^^^^ pass-role-with-star-in-resource`),
    'a condition on something else':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:CalledVia": ["cloudformation.amazonaws.com"] } } }
    #                                                          ^^^ pass-role-with-star-in-resource`),
    'any service':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringLike": { "iam:PassedToService": "*" } } }
    #                                                          ^^^ pass-role-with-star-in-resource`),
    'all services but one':
      inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringNotEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }
    #                                                          ^^^ pass-role-with-star-in-resource`),
    'a service if there is one': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEqualsIfExists": { "iam:PassedToService": "ec2.amazonaws.com" } } }
    #                                                          ^^^ pass-role-with-star-in-resource`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }`,
        ),
      ],
      access: ['narrower'],
      messages: [
        "iam:PassRole on * lets every role of the account be passed, administrators' roles included. StringEqualsIfExists limits the service only where the request names one: use StringEquals.",
      ],
    },
    'a service if there is one, beside another key': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "StringEqualsIfExists": { "iam:PassedToService": "ec2.amazonaws.com", "aws:RequestedRegion": "eu-west-1" } } }
    #                                                          ^^^ pass-role-with-star-in-resource`),
      fixed: [],
    },
    'every role of an account known only later': {
      language: 'terraform',
      text: inTerraform(`      Action = "iam:PassRole"
      Resource = "arn:aws:iam::\${var.account}:role/*"
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pass-role-with-star-in-resource`),
      fixed: [],
    },
  },
});
