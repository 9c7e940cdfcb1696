// A template that makes a user.
import { defineRule } from '../rule';

export default defineRule({
  id: 'user-resource',
  group: 'user',
  category: 'suggestion',
  on: 'document',
  summary: 'A template makes a user of IAM.',
  why:
    'Users have long-term credentials. AWS advises that people sign in through IAM Identity Center or another identity provider, ' +
    'and that workloads assume roles, so that all credentials are temporary.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
  examples: [
    {
      bad: `{ "Resources": { "Deploy": { "Type": "AWS::IAM::User", "Properties": { "UserName": "deploy" } } } }`,
      good: `{
  "Resources": {
    "Deploy": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "codebuild.amazonaws.com" }, "Action": "sts:AssumeRole" }
          ]
        }
      }
    }
  }
}`,
    },
  ],

  when: ({ declared }) => declared.length > 0,

  *check({ declared }) {
    for (const { kind, name } of declared) {
      if (kind !== 'user') continue;
      yield {
        span: name.span,
        message:
          'Users have long-term credentials. Let people sign in through IAM Identity Center, and give workloads a role.',
      };
    }
  },
});
