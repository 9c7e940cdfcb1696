import rule from '../../../server/src/rules/conditions/invalid-condition-data-type';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one type': withCondition(`      "NumericEquals": { "s3:max-keys": [10, 20] },
      "StringEquals": { "aws:PrincipalTag/level": ["low", "3"] }`),
    'single values': withCondition(
      `      "StringEquals": { "aws:PrincipalTag/a": "low", "aws:PrincipalTag/b": 3 }`,
    ),
  },
  flagged: {
    'a number among strings': {
      text: withCondition(`      "StringEquals": { "aws:PrincipalTag/level": ["low", 3, true] }
      #                                           ^^^^^^^^^^^^^^^^ invalid-condition-data-type`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalTag/level": ["low", "3", "true"] }`)],
      access: ['same'],
      messages: [
        'The values of aws:PrincipalTag/level are of different JSON types, which AWS refuses. Write all of them as strings.',
      ],
    },
  },
});
