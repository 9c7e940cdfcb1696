import rule from '../../../server/src/rules/conditions/type-mismatch-number';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    numbers:
      withCondition(`      "NumericLessThan": { "aws:MultiFactorAuthAge": ["300", "1.5", "-1", "1e3"] },
      "NumericEquals": { "s3:max-keys": 10 }`),
    'a variable, which another rule reports': withCondition(
      `      "NumericEquals": { "s3:max-keys": "\${aws:PrincipalTag/keys}" }`,
    ),
  },
  flagged: {
    'a unit': {
      text: withCondition(`      "NumericLessThan": { "aws:MultiFactorAuthAge": "5m" }
      #                                              ^^^^ type-mismatch-number`),
      fixed: [],
      messages: ['NumericLessThan compares with a number, and "5m" is none.'],
    },
    'marks between the digits': {
      text: withCondition(`      "NumericLessThanEquals": { "s3:max-keys": ["10", " 1,000"] }
      #                                                ^^^^^^^^ type-mismatch-number`),
      fixed: [withCondition(`      "NumericLessThanEquals": { "s3:max-keys": ["10", "1000"] }`)],
      access: ['unknown'],
    },
  },
});
