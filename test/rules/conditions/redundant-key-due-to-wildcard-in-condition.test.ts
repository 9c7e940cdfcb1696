import rule from '../../../server/src/rules/conditions/redundant-key-due-to-wildcard-in-condition';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a limit': withCondition(`      "StringLikeIfExists": { "aws:PrincipalTag/team": "a*" }`),
    'what asks whether the key is there': withCondition(
      `      "StringLike": { "aws:PrincipalTag/team": "*" }`,
    ),
    'a negated operator': withCondition(`      "StringNotLikeIfExists": { "aws:PrincipalTag/team": "*" }`),
  },
  flagged: {
    IfExists: {
      text: withCondition(`      "StringLikeIfExists": { "aws:PrincipalTag/team": "*", "aws:userid": "*:a" }
      #                       ^^^^^^^^^^^^^^^^^^^^^^^ redundant-key-due-to-wildcard-in-condition`),
      fixed: [withCondition(`      "StringLikeIfExists": { "aws:userid": "*:a" }`)],
      access: ['same'],
      messages: [
        'StringLikeIfExists with "*" matches any aws:PrincipalTag/team and also none, so it limits nothing. Remove the key, or name what it is to match.',
      ],
    },
    'for all values, among others': {
      text: withCondition(`      "Bool": { "aws:SecureTransport": "true" }, "ForAllValues:StringLike": { "aws:TagKeys": ["a", "*"] }
      #                                                                       ^^^^^^^^^^^^^ redundant-key-due-to-wildcard-in-condition`),
      fixed: [withCondition(`      "Bool": { "aws:SecureTransport": "true" }`)],
    },
  },
});
