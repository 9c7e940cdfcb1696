import rule from '../../../server/src/rules/user/user-attached-policy';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a group': inTemplate(
      'AWS::IAM::Group',
      'ManagedPolicyArns',
      `["arn:aws:iam::aws:policy/ReadOnlyAccess"]`,
    ),
    'a user with none': inTemplate('AWS::IAM::User', 'ManagedPolicyArns', `[]`),
    'a boundary': inTemplate(
      'AWS::IAM::User',
      'PermissionsBoundary',
      `"arn:aws:iam::aws:policy/ReadOnlyAccess"`,
    ),
    'a policy for a group': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }`,
      `"Groups": ["analysts"], `,
    ),
    'an inline policy': inTemplate(
      'AWS::IAM::UserPolicy',
      'PolicyDocument',
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }`,
      `"UserName": "anna", "PolicyName": "p", `,
    ),
  },
  flagged: {
    'a user in a template': {
      text: inTemplate(
        'AWS::IAM::User',
        'ManagedPolicyArns',
        `[
          "arn:aws:iam::aws:policy/job-function/Billing",
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user-attached-policy
          { "Ref": "Own" }
    #     ^^^^^^^^^^^^^^^^ user-attached-policy
        ]`,
      ),
      messages: [
        'Billing is attached to the user Thing. Attach it to a group for people, or to a role for a workload.',
        'A managed policy is attached to the user Thing. Attach it to a group for people, or to a role for a workload.',
      ],
    },
    'a policy for a user': {
      text: inTemplate(
        'AWS::IAM::ManagedPolicy',
        'Users',
        `["anna"],
        "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }
    #   ^^^^^^^^^^^^^^^^ user-attached-policy`,
      ),
      messages: [
        'This managed policy is attached to the user anna. Attach it to a group for people, or to a role for a workload.',
      ],
    },
  },
});
