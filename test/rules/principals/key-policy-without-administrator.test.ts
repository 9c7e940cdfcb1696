import rule from '../../../server/src/rules/principals/key-policy-without-administrator';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const key = (statements: string, type = 'AWS::KMS::Key', property = 'KeyPolicy') =>
  inTemplate(type, property, `{ "Version": "2012-10-17", "Statement": [${statements}] }`);
const allow = (principal: string, action: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": ${action}, "Resource": "*" }`;

ruleSpec(rule, {
  clean: {
    'the account': key(allow('{ "AWS": "arn:aws:iam::123456789012:root" }', '"kms:*"')),
    'an account known only later': key(
      allow('{ "AWS": { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root" } }', '"kms:*"'),
    ),
    'a role that may put it': key(
      allow('{ "AWS": "arn:aws:iam::123456789012:role/admin" }', '["kms:Create*", "kms:Put*"]'),
    ),
    'a statement known only later': key(
      `${allow('{ "AWS": "123456789012" }', '"kms:Decrypt"')}, { "Fn::If": ["c", { "Ref": "A" }, { "Ref": "B" }] }`,
    ),
    'the policy of a queue': key(
      allow('{ "AWS": "123456789012" }', '"sqs:SendMessage"'),
      'AWS::SQS::QueuePolicy',
      'PolicyDocument',
    ),
  },
  flagged: {
    'users alone': {
      text: `{ "Resources": { "Key": { "Type": "AWS::KMS::Key", "Properties": { "KeyPolicy": {
  "Statement": [
# ^^^^^^^^^^^ key-policy-without-administrator
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "kms:Decrypt", "Resource": "*" },
    { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "kms:*", "Resource": "*" },
    { "Effect": "Deny", "Principal": "*", "Action": "kms:PutKeyPolicy", "Resource": "*" }
  ] } } } } }`,
      messages: [
        'No statement lets an account, a user or a role do kms:PutKeyPolicy, so that AWS KMS refuses this policy, or nobody can change it again. Allow kms:* to the account.',
      ],
    },
  },
});
