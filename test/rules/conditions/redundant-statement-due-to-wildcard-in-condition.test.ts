import rule from '../../../server/src/rules/conditions/redundant-statement-due-to-wildcard-in-condition';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'what leaves some out': withCondition(`      "ForAnyValue:StringNotLike": { "aws:TagKeys": "a*" }`),
    'what holds without the key': withCondition(`      "StringNotLike": { "aws:PrincipalTag/team": "*" },
      "ForAllValues:StringNotLike": { "aws:TagKeys": "*" },
      "ForAnyValue:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "*" }`),
  },
  flagged: {
    'none is left': {
      text: withCondition(`      "ForAnyValue:StringNotLike": { "aws:TagKeys": ["a", "*"] }, "Bool": { "aws:SecureTransport": "true" }
      #                              ^^^^^^^^^^^^^ redundant-statement-due-to-wildcard-in-condition`),
      fixed: [withCondition(`      "Bool": { "aws:SecureTransport": "true" }`)],
      access: ['unknown'],
      messages: [
        'ForAnyValue:StringNotLike with "*" never matches, so the statement has no effect. Remove the key, or name what it is to leave out.',
      ],
    },
  },
});
