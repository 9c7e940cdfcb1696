import rule from '../../../server/src/rules/user/hard-coded-access-key';
import { ruleSpec } from '../../support/ruleSpec';

/** Put together, so that nobody takes this file for a leak. */
const key = (prefix: string, rest: string) => `${prefix}${rest}`;
const policy = (id: string) =>
  `{ "Version": "2012-10-17", "Id": "${id}", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }`;

ruleSpec(rule, {
  clean: {
    'the keys of the documentation': policy('AKIAIOSFODNN7EXAMPLE ASIAI44QH8DHBEXAMPLE'),
    'a word': policy(key('AKIA', 'ABCDEFGHIJKLMNOP')),
    'a row of letters': policy(key('AKIA', 'XXXXXXXXXXXXXXX2')),
    'a part of something longer': policy(key('xAKIA', 'Q3ZT5W7K2MXN4VBD')),
    'characters that no key has': policy(key('AKIA', 'Q3ZT5W7K2MXN4VB0')),
  },
  flagged: {
    'in a policy': {
      text: `{
  "Version": "2012-10-17",
  "Id": "${key('AKIA', 'Q3ZT5W7K2MXN4VBD')}",
#        ^^^^^^^^^^^^^^^^^^^^ hard-coded-access-key
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }]
}`,
      messages: [
        'This is an access key, and everyone who can read the text knows it. Delete it in IAM, and let the workload assume a role.',
      ],
    },
    'beside a policy, of a session': {
      language: 'terraform',
      text: `provider "aws" {
  access_key = "${key('ASIA', 'Q3ZT5W7K2MXN4VBD')}"
#               ^^^^^^^^^^^^^^^^^^^^ hard-coded-access-key
}

resource "aws_iam_user" "deploy" {}
`,
    },
  },
});
