import rule from '../../../server/src/rules/conditions/equivalent-to-null-true';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a pattern with text': withCondition(`      "StringNotLike": { "aws:PrincipalTag/team": "a*" }`),
    'one of several values': withCondition(`      "StringNotLike": { "aws:PrincipalTag/team": ["*", "a"] }`),
    'an operator without wildcards': withCondition(`      "StringEquals": { "aws:PrincipalTag/team": "*" },
      "StringNotEquals": { "aws:PrincipalTag/stage": "*" }`),
    'what other rules speak of': withCondition(`      "StringLikeIfExists": { "aws:PrincipalTag/a": "*" },
      "ForAllValues:StringLike": { "aws:TagKeys": "*" },
      "ForAnyValue:StringNotLike": { "aws:TagKeys": "*" }`),
  },
  flagged: {
    'any text': {
      text: withCondition(`      "StringNotLike": { "aws:PrincipalTag/team": "*" }
      #                  ^^^^^^^^^^^^^^^^^^^^^^^ equivalent-to-null-true`),
      fixed: [withCondition(`      "Null": { "aws:PrincipalTag/team": "true" }`)],
      access: ['same'],
      messages: [
        'StringNotLike with "*" only asks whether aws:PrincipalTag/team is missing. Write "Null": { "aws:PrincipalTag/team": "true" }.',
      ],
    },
    'with IfExists, which says the same': {
      text: withCondition(`      "ArnNotLikeIfExists": { "aws:SourceArn": "*" }
      #                       ^^^^^^^^^^^^^^^ equivalent-to-null-true`),
      fixed: [withCondition(`      "Null": { "aws:SourceArn": "true" }`)],
    },
  },
});
