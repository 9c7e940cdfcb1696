import rule from '../../../server/src/rules/conditions/wildcard-without-like-operator';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    Like: withCondition(`      "StringLike": { "aws:PrincipalTag/team": "build-*" },
      "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" }`),
    'the characters themselves': withCondition(`      "StringEquals": { "s3:prefix": "a\${*}b\${?}" }`),
    'no text': withCondition(`      "StringEquals": { "aws:SecureTransport": "*" }`),
  },
  flagged: {
    'in an Allow': {
      text: withCondition(`      "StringEquals": { "aws:PrincipalTag/team": "build-*" }
      #                                          ^^^^^^^^^ wildcard-without-like-operator`),
      fixed: [withCondition(`      "StringLike": { "aws:PrincipalTag/team": "build-*" }`)],
      access: ['wider'],
      messages: [
        'StringEquals takes the wildcard in build-* for the character itself. Use StringLike if it is to match more.',
      ],
    },
    'in a Deny': {
      text: withCondition(
        `      "ForAnyValue:StringNotEqualsIfExists": { "aws:TagKeys": ["a", "b?"] }
      #                                                             ^^^^ wildcard-without-like-operator`,
        { effect: 'Deny' },
      ),
      fixed: [
        withCondition(`      "ForAnyValue:StringNotLikeIfExists": { "aws:TagKeys": ["a", "b?"] }`, {
          effect: 'Deny',
        }),
      ],
      access: ['wider'],
    },
    'an ARN': {
      text: withCondition(`      "StringEquals": { "aws:SourceArn": "arn:aws:s3:::a*" }
      #                                  ^^^^^^^^^^^^^^^^^ wildcard-without-like-operator`),
      fixed: [withCondition(`      "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a*" }`)],
    },
    'without regard to case, which no Like has': {
      text: withCondition(`      "StringEqualsIgnoreCase": { "aws:PrincipalTag/team": "Build-*" }
      #                                                    ^^^^^^^^^ wildcard-without-like-operator`),
      fixed: [],
    },
  },
});
