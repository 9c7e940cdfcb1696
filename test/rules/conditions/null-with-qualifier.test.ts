import rule from '../../../server/src/rules/conditions/null-with-qualifier';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'Null alone': withCondition(`      "Null": { "aws:TagKeys": "false" }`),
    'another operator': withCondition(`      "ForAllValues:StringEquals": { "aws:TagKeys": "team" }`),
  },
  flagged: {
    'for all': {
      text: withCondition(`      "ForAllValues:Null": { "aws:TagKeys": "false" }
     #^^^^^^^^^^^^^^^^^^^ null-with-qualifier`),
      fixed: [withCondition(`      "Null": { "aws:TagKeys": "false" }`)],
      access: ['unknown'],
      messages: ['Null with ForAllValues is always true. Write Null alone to ask whether the key is there.'],
    },
    'for any, beside other keys': {
      text: withCondition(`      "ForAnyValue:Null": { "aws:TagKeys": "false" },
     #^^^^^^^^^^^^^^^^^^ null-with-qualifier
      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
      fixed: [
        withCondition(`      "Null": { "aws:TagKeys": "false" },
      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
      ],
      messages: ['Null with ForAnyValue is always false. Write Null alone to ask whether the key is there.'],
    },
  },
});
