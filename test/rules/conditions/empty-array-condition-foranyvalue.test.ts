import rule from '../../../server/src/rules/conditions/empty-array-condition-foranyvalue';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a value': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
    'what other rules speak of': withCondition(`      "ForAllValues:StringEquals": { "aws:TagKeys": [] }`),
  },
  flagged: {
    'an empty list': {
      text: withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "ForAnyValue:StringEquals": { "aws:TagKeys": [] }
      #                                                                                                      ^^ empty-array-condition-foranyvalue`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`)],
    },
  },
});
