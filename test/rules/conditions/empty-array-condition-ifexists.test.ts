import rule from '../../../server/src/rules/conditions/empty-array-condition-ifexists';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a value': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
    'what other rules speak of':
      withCondition(`      "ForAllValues:StringEqualsIfExists": { "aws:TagKeys": [] },
      "StringEquals": { "aws:PrincipalOrgID": [] }`),
  },
  flagged: {
    'an empty list': {
      text: withCondition(`      "StringEqualsIfExists": { "aws:PrincipalOrgID": [] }
      #                                               ^^ empty-array-condition-ifexists`),
      fixed: [withCondition(`      "Null": { "aws:PrincipalOrgID": "true" }`)],
    },
  },
});
