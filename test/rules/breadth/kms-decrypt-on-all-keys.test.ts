import rule from '../../../server/src/rules/breadth/kms-decrypt-on-all-keys';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one key': inPolicy(
      `    { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-west-1:123456789012:key/abc" }`,
    ),
    'for one service': inPolicy(
      `    { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } } }`,
    ),
    'for one service, as a Deny says': inPolicy(
      `    { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" },
    { "Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringNotLike": { "kms:ViaService": "s3.*.amazonaws.com" } } }`,
    ),
    encryption: inPolicy(`    { "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*" }`),
    'a Deny': inPolicy(`    { "Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*" }`),
    'all of the service, which another rule tells': inPolicy(
      `    { "Effect": "Allow", "Action": "kms:*", "Resource": "*" }`,
    ),
    'a key policy': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "kms:Decrypt", "Resource": "*" }`,
    ),
  },
  flagged: {
    'all keys': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*" }
    #                                              ^^^^^^^^^^^^^ kms-decrypt-on-all-keys`),
      messages: [
        'kms:Decrypt on every key gives access to whatever is encrypted with keys of this account. Name the keys, or add a condition such as kms:ViaService.',
      ],
    },
    'all keys, said otherwise': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": "kms:re*", "Resource": "arn:aws:kms:*:*:key/*" }
    #                              ^^^^^^^^^ kms-decrypt-on-all-keys`),
    ),
  },
});
