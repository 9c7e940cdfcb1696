// A template that makes an access key.
import { defineRule } from '../rule';

export default defineRule({
  id: 'access-key-resource',
  group: 'user',
  category: 'security',
  on: 'document',
  summary: 'A template makes a long-term access key for a user.',
  why:
    'The key never expires, and its secret gets into the outputs and the state of the stack, where others can read it. ' +
    'Workloads get temporary credentials from roles, people from IAM Identity Center.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
  examples: [
    {
      bad: `{
  "Resources": {
    "DeployKey": { "Type": "AWS::IAM::AccessKey", "Properties": { "UserName": "deploy" } }
  }
}`,
      good: `{
  "Resources": {
    "DeployRole": {
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

  when: ({ entities }) => entities.length > 0,

  *check({ entities }) {
    for (const { kind, span } of entities) {
      if (kind !== 'access-key') continue;
      yield {
        span,
        message:
          'This makes an access key that never expires. ' +
          'Let the workload assume a role instead, or people sign in through IAM Identity Center.',
      };
    }
  },
});
