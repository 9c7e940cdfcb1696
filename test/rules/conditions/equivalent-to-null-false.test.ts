import rule from '../../../server/src/rules/conditions/equivalent-to-null-false';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'any external ID, which another rule tells': withCondition(
      `      "StringLike": { "sts:ExternalId": "*" }`,
    ),
    'a pattern with text': withCondition(`      "StringLike": { "aws:PrincipalTag/team": "a*" }`),
    'one of several values': withCondition(`      "StringLike": { "aws:PrincipalTag/team": ["*", "a"] }`),
    'an operator without wildcards': withCondition(`      "StringEquals": { "aws:PrincipalTag/team": "*" },
      "StringNotEquals": { "aws:PrincipalTag/stage": "*" }`),
    'what other rules speak of': withCondition(`      "StringLikeIfExists": { "aws:PrincipalTag/a": "*" },
      "ForAllValues:StringLike": { "aws:TagKeys": "*" },
      "ForAnyValue:StringNotLike": { "aws:TagKeys": "*" }`),
  },
  flagged: {
    'any text': {
      text: withCondition(`      "StringLike": { "aws:PrincipalTag/team": "*" }
      #               ^^^^^^^^^^^^^^^^^^^^^^^ equivalent-to-null-false`),
      fixed: [withCondition(`      "Null": { "aws:PrincipalTag/team": "false" }`)],
      access: ['same'],
      messages: [
        'StringLike with "*" only asks whether aws:PrincipalTag/team is there. Write "Null": { "aws:PrincipalTag/team": "false" }.',
      ],
    },
    'a list with a set': {
      text: withCondition(`      "ForAnyValue:StringLike": { "aws:TagKeys": ["*"] }
      #                           ^^^^^^^^^^^^^ equivalent-to-null-false`),
      fixed: [withCondition(`      "Null": { "aws:TagKeys": "false" }`)],
    },
    'any ARN': {
      text: withCondition(`      "ArnLike": { "aws:SourceArn": "*" },
      #            ^^^^^^^^^^^^^^^ equivalent-to-null-false
      "Null": { "aws:SourceAccount": "false" }`),
      fixed: [withCondition(`      "Null": { "aws:SourceAccount": "false", "aws:SourceArn": "false" }`)],
    },
  },
});
