import rule from '../../../server/src/rules/user/login-profile';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: { 'a user without one': inTemplate('AWS::IAM::User', 'UserName', '"anna"') },
  flagged: {
    'a password that is written out': {
      text: inTemplate(
        'AWS::IAM::User',
        'LoginProfile',
        `{ "Password":
          "correct-horse"
#         ^^^^^^^^^^^^^^^ login-profile
        }`,
      ),
      messages: [
        'Everyone who can read this template knows the password. Let people sign in through IAM Identity Center.',
      ],
    },
    'a password out of a parameter': {
      text: `{
  "Resources": {
    "Anna": { "Type": "AWS::IAM::User", "Properties": {
      "LoginProfile": { "Password": { "Ref": "Password" } } } },
#     ^^^^^^^^^^^^^^ login-profile
    "Ben": { "Type": "AWS::IAM::User", "Properties": {
      "LoginProfile": { "Password": "{{resolve:secretsmanager:ben}}" } } }
#     ^^^^^^^^^^^^^^ login-profile
  }
}`,
    },
    'in Terraform': {
      language: 'terraform',
      text: `resource "aws_iam_user_login_profile" "anna" {
#                                     ^^^^^^ login-profile
  user = aws_iam_user.anna.name
}
`,
    },
  },
});
