import rule from '../../../server/src/rules/conditions/dynamodb-attributes-without-select';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'with what is selected': withCondition(
      `      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id"] },
      "StringEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }`,
      { action: '"dynamodb:Query"' },
    ),
    'writes only': withCondition(`      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id"] }`, {
      action: '["dynamodb:PutItem", "dynamodb:DeleteItem"]',
    }),
    'a Deny': withCondition(`      "ForAnyValue:StringEquals": { "dynamodb:Attributes": ["secret"] }`, {
      action: '"dynamodb:Query"',
      effect: 'Deny',
    }),
  },
  flagged: {
    'a read': {
      text: withCondition(
        `      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id"] }
      #                              ^^^^^^^^^^^^^^^^^^^^^ dynamodb-attributes-without-select`,
        { action: '["dynamodb:PutItem", "dynamodb:Batch*"]' },
      ),
      messages: [
        'A read that names no attributes passes dynamodb:Attributes and returns all of them. Add "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }.',
      ],
    },
  },
});
