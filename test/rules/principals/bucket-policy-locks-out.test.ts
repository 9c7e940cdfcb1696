import rule from '../../../server/src/rules/principals/bucket-policy-locks-out';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const deny = (rest: string, principal = '"*"') =>
  inPolicy(`    { "Effect": "Deny", "Principal": ${principal}, ${rest} }`);
const all = '"Action": "s3:*", "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::a/*"]';

ruleSpec(rule, {
  clean: {
    'requests without TLS': deny(`${all}, "Condition": { "Bool": { "aws:SecureTransport": "false" } }`),
    'objects alone': deny('"Action": "s3:*", "Resource": "arn:aws:s3:::a/*"'),
    'reading alone': deny('"Action": "s3:Get*", "Resource": "*"'),
    'all but changing the policy': deny(
      '"NotAction": ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"], "Resource": "arn:aws:s3:::a"',
    ),
    'deleting the policy alone': deny('"Action": "s3:DeleteBucketPolicy", "Resource": "arn:aws:s3:::a"'),
    'a network, and an administrator who is spared': deny(
      `${all}, "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-1" }, "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/admin" } }`,
    ),
    'a condition still being typed': deny(`${all}, "Condition": { "StringNotEquals":  }`),
    'somebody in particular': deny(all, '{ "AWS": "123456789012" }'),
  },
  flagged: {
    everyone: {
      text: inPolicy(`    { "Effect": "Deny", "Principal": "*", ${all} }
    # ^^^^^^^^^^^^^^^^ bucket-policy-locks-out`),
      messages: [
        'This denies everyone, administrators included, to change or delete the policy; only the root user still can. Leave s3:PutBucketPolicy and s3:DeleteBucketPolicy out, or add a condition.',
      ],
    },
    'everyone outside of a network': {
      text: inPolicy(`    { "Effect": "Deny", "Principal": { "AWS": "*" }, ${all}, "Condition": { "NotIpAddress": { "aws:SourceIp": "192.0.2.0/24" } } }
    # ^^^^^^^^^^^^^^^^ bucket-policy-locks-out`),
      messages: [
        'From outside of this network nobody can change the policy any more, in the console neither. Spare a role for it with ArnNotLike on aws:PrincipalArn.',
      ],
    },
  },
});
