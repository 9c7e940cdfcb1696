// A user of IAM as the principal of a role.
import { isGlob } from '../../base/glob';
import { parseArn } from '../../policy/arn';
import { defineRule } from '../rule';

export default defineRule({
  id: 'user-in-trust-policy',
  group: 'trust',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A trust policy names a user of IAM.',
  why:
    'Users hold long-term access keys, and the role is as safe as those. Once the user is deleted, one of the same name can no longer assume the role. ' +
    'People come through IAM Identity Center, workloads through roles of their own.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/anna" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/reports" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],

  *check({ statement }) {
    if (!statement.allows) return;
    for (const { kind, value, node } of statement.principals.flatMap((element) => element.principals)) {
      const arn = kind === 'AWS' ? parseArn(value) : undefined;
      // A wildcard is refused, which another rule tells.
      if (arn?.service.text !== 'iam' || !/^user\/./.test(arn.resource.text) || isGlob(value)) continue;
      yield {
        span: node.span,
        message:
          'The role is as safe as the long-term keys of this user. Let people assume it through IAM Identity Center, and workloads from a role.',
      };
    }
  },
});
