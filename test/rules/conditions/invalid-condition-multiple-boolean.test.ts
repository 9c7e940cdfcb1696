import rule from '../../../server/src/rules/conditions/invalid-condition-multiple-boolean';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one value': withCondition(
      `      "Bool": { "aws:SecureTransport": ["true"], "aws:ViaAWSService": false }`,
    ),
    'a key with several Booleans': withCondition(
      `      "ForAnyValue:Bool": { "dynamodb:FullTableScan": ["true", "false"] }`,
    ),
    'another operator': withCondition(`      "StringEquals": { "aws:RequestTag/a": ["true", "false"] }`),
  },
  flagged: {
    both: {
      text: withCondition(`      "Bool": { "aws:SecureTransport": ["true", "false"] }
      #                                ^^^^^^^^^^^^^^^^^ invalid-condition-multiple-boolean`),
      fixed: [],
      messages: [
        'aws:SecureTransport is compared with several values, but Bool takes one. Write true or false.',
      ],
    },
    'the same twice': {
      text: withCondition(`      "BoolIfExists": { "aws:SecureTransport": ["true", "true"] }
      #                                        ^^^^^^^^^^^^^^^^ invalid-condition-multiple-boolean`),
      fixed: [withCondition(`      "BoolIfExists": { "aws:SecureTransport": "true" }`)],
      access: ['same'],
    },
  },
});
