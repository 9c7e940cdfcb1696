import rule from '../../../server/src/rules/conditions/empty-object-condition';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a condition': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
  },
  flagged: {
    'an operator beside another': {
      text: withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, "Bool": {}
      #                                                                 ^^ empty-object-condition`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`)],
      access: ['same'],
      messages: ['Bool has no condition keys. Write one, or remove the operator.'],
    },
  },
});
