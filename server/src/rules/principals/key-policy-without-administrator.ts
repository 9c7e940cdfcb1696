// A key policy that lets nobody change it.
import { someoneMay } from '../../policy/lockout';
import { defineRule } from '../rule';

export default defineRule({
  id: 'key-policy-without-administrator',
  group: 'principals',
  category: 'warning',
  on: 'policy',
  appliesTo: ['resource'],
  summary: 'A key policy lets nobody change it.',
  why:
    'Nobody may use or manage a key unless its policy says so, the account included. AWS KMS refuses a policy that does not let its author change it again, ' +
    'and without that check the key becomes unmanageable.',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  examples: [
    {
      bad: `{
  "Resources": {
    "Key": {
      "Type": "AWS::KMS::Key",
      "Properties": {
        "KeyPolicy": {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*" }
          ]
        }
      }
    }
  }
}`,
      good: `{
  "Resources": {
    "Key": {
      "Type": "AWS::KMS::Key",
      "Properties": {
        "KeyPolicy": {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" }
          ]
        }
      }
    }
  }
}`,
    },
  ],

  *check({ site, policy }) {
    const { statement, statements } = policy;
    if (!statement || statements.length === 0 || someoneMay(policy, 'kms:PutKeyPolicy')) return;
    if (!site.attachedTo.some(({ resourceType }) => resourceType === 'AWS::KMS::Key')) return;
    yield {
      span: statement.key.span,
      restsOn: policy.node.span,
      message:
        'No statement lets an account, a user or a role do kms:PutKeyPolicy, so that AWS KMS refuses this policy, or nobody can change it again. ' +
        'Allow kms:* to the account.',
    };
  },
});
