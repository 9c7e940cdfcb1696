import rule from '../../../server/src/rules/conditions/redundant-condition-value-num';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one value': withCondition(
      `      "NumericLessThan": { "aws:MultiFactorAuthAge": ["300"], "s3:max-keys": 10 }`,
    ),
    'equal to one of several': withCondition(`      "NumericEquals": { "s3:max-keys": ["10", "20"] }`),
    'what is no number': withCondition(`      "NumericLessThan": { "s3:max-keys": ["10", "ten", ""] }`),
  },
  flagged: {
    'upper bounds': {
      text: withCondition(`      "NumericLessThanEqualsIfExists": { "aws:MultiFactorAuthAge": ["300", "3600", "60"] }
      #                                                            ^^^^^^^^^^^^^^^^^^^^^ redundant-condition-value-num`),
      fixed: [withCondition(`      "NumericLessThanEqualsIfExists": { "aws:MultiFactorAuthAge": "3600" }`)],
      access: ['same'],
      messages: [
        'Of several values behind NumericLessThanEquals only the greatest counts. Keep 3600 for aws:MultiFactorAuthAge.',
      ],
    },
    'lower bounds': {
      text: withCondition(`      "NumericGreaterThan": { "s3:max-keys": [20, 10] }
      #                                      ^^^^^^^^ redundant-condition-value-num`),
      fixed: [withCondition(`      "NumericGreaterThan": { "s3:max-keys": 10 }`)],
    },
  },
});
