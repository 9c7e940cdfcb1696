import rule from '../../../server/src/rules/conditions/empty-array-condition-forallvalues';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a value': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
    'what other rules speak of': withCondition(`      "ForAnyValue:StringEquals": { "aws:TagKeys": [] }`),
  },
  flagged: {
    'an empty list': {
      text: withCondition(`      "ForAllValues:StringEquals": { "aws:TagKeys": [] }
      #                                             ^^ empty-array-condition-forallvalues`),
      fixed: [withCondition(`      "Null": { "aws:TagKeys": "true" }`)],
    },
  },
});
