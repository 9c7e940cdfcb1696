import rule from '../../../server/src/rules/conditions/string-like-operator-with-arn-condition-keys';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    ArnLike: withCondition(
      `      "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build-*" }`,
    ),
    StringEquals: withCondition(
      `      "StringEquals": { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:orders" }`,
    ),
    'a key that is text': withCondition(`      "StringLike": { "aws:userid": "*:anna" }`),
    'any ARN, which asks whether the key is there': withCondition(
      `      "StringLike": { "aws:SourceArn": "*" }`,
    ),
  },
  flagged: {
    Like: {
      text: withCondition(`      "StringLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build-*" }
      #               ^^^^^^^^^^^^^^^^^^ string-like-operator-with-arn-condition-keys`),
      fixed: [
        withCondition(`      "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build-*" }`),
      ],
      access: ['narrower'],
      messages: [
        'aws:PrincipalArn is an ARN, and in StringLike a wildcard reaches across its parts. Use ArnLike.',
      ],
    },
    'in a Deny': {
      text: withCondition(
        `      "StringNotLikeIfExists": { "aws:PrincipalArn": ["arn:aws:iam::*:role/build-*"] }
      #                          ^^^^^^^^^^^^^^^^^^ string-like-operator-with-arn-condition-keys`,
        { effect: 'Deny' },
      ),
      fixed: [
        withCondition(`      "ArnNotLikeIfExists": { "aws:PrincipalArn": ["arn:aws:iam::*:role/build-*"] }`, {
          effect: 'Deny',
        }),
      ],
      access: ['narrower'],
    },
    'a value with too few parts': {
      text: withCondition(`      "StringLike": { "iam:PolicyARN": "*:policy/boundary" }
      #               ^^^^^^^^^^^^^^^ string-like-operator-with-arn-condition-keys`),
      fixed: [],
    },
    'where ArnLike is there already': {
      text: withCondition(`      "StringLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/a-*" },
      #               ^^^^^^^^^^^^^^^^^^ string-like-operator-with-arn-condition-keys
      "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:orders" }`),
      fixed: [
        withCondition(
          `      "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:orders", "aws:PrincipalArn": "arn:aws:iam::123456789012:role/a-*" }`,
        ),
      ],
    },
  },
});
