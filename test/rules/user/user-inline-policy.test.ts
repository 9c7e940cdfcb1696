import rule from '../../../server/src/rules/user/user-inline-policy';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a group': `{ "GroupName": "analysts", "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] } }`,
    'a policy that allows nothing': `{ "UserName": "anna", "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" }] } }`,
    'a policy of its own': `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }`,
    'a role in a template': inTemplate(
      'AWS::IAM::Role',
      'Policies',
      `[{ "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] } }]`,
    ),
    'a managed policy': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }`,
      `"Users": ["anna"], `,
    ),
  },
  flagged: {
    'what the AWS CLI says': {
      text: `{
  "UserName": "anna",
  "PolicyName": "p",
  "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }
# ^^^^^^^^^^^^^^^^ user-inline-policy
}`,
      messages: [
        'This inline policy gives permissions to the user anna. Put them on a group for people, or on a role for a workload.',
      ],
    },
    'a user in a template': inTemplate(
      'AWS::IAM::User',
      'Policies',
      `[
          { "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] } }
    #                          ^^^^^^^^^^^^^^^^ user-inline-policy
        ]`,
    ),
    'a policy in a template, for two users': {
      text: inTemplate(
        'AWS::IAM::Policy',
        'Users',
        `["anna", { "Ref": "Ben" }],
        "PolicyName": "p",
        "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }
    #   ^^^^^^^^^^^^^^^^ user-inline-policy`,
      ),
      messages: [
        'This inline policy gives permissions to the users anna and Ben. Put them on a group for people, or on a role for a workload.',
      ],
    },
  },
});
