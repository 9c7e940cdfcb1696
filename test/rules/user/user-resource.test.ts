import rule from '../../../server/src/rules/user/user-resource';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a role': inTemplate('AWS::IAM::Role', 'AssumeRolePolicyDocument', '{ "Statement": [] }'),
    'a user of an account that is described': `{ "UserDetailList": [{ "UserName": "anna", "UserPolicyList": [] }] }`,
  },
  flagged: {
    'a user': {
      text: `{
  "Resources": {
    "Anna": { "Type": "AWS::IAM::User" }
#   ^^^^^^ user-resource
  }
}`,
      messages: [
        'Users have long-term credentials. Let people sign in through IAM Identity Center, and give workloads a role.',
      ],
    },
    'in Terraform': {
      language: 'terraform',
      text: `resource "aws_iam_user" "deploy" {
#                       ^^^^^^^^ user-resource
  name = "deploy"
}
`,
    },
  },
});
