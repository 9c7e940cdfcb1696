import rule from '../../../server/src/rules/principals/restrict-access-to-service-principal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a source': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders", "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:*" } } }`,
    ),
    'an account': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders", "Condition": { "StringEquals": { "AWS:SourceAccount": "123456789012" } } }`,
    ),
    'what a key is used for': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders", "Condition": { "ArnLike": { "kms:EncryptionContext:aws:sqs:arn": "arn:aws:sqs:eu-west-1:123456789012:orders" } } }`,
    ),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" }`,
    ),
    'EventBridge and a topic, which it tells no source': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "events.amazonaws.com" }, "Action": ["SNS:Publish"], "Resource": "arn:aws:sns:eu-west-1:123456789012:orders" }`,
    ),
    'a service that nobody knows': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "nosuch.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" }`,
    ),
  },
  flagged: {
    'no source': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" }
    #                                              ^^^^^^^^^^^^^^^^^^^ restrict-access-to-service-principal`),
      messages: [
        "Amazon SNS may call here on anybody's behalf, a stranger's included. Add a condition on aws:SourceArn, so that it calls for your resources only.",
      ],
    },
    'CloudWatch Logs and a key': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "logs.eu-west-1.amazonaws.com" }, "Action": ["kms:Encrypt*", "kms:Decrypt*"], "Resource": "*" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ restrict-access-to-service-principal`),
      messages: [
        "Amazon CloudWatch Logs may call here on anybody's behalf, a stranger's included. Add a condition on kms:EncryptionContext:aws:logs:arn, so that it calls for your resources only.",
      ],
    },
    'EventBridge and a queue': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "events.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^ restrict-access-to-service-principal`),
    },
    'another condition, one of several': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": ["nosuch.amazonaws.com", "sns.amazonaws.com"] }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }
    #                                                                       ^^^^^^^^^^^^^^^^^^^ restrict-access-to-service-principal`),
    },
  },
});
