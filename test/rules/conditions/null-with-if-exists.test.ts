import rule from '../../../server/src/rules/conditions/null-with-if-exists';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'Null alone': withCondition(`      "Null": { "aws:TokenIssueTime": "true" }`),
    'another operator': withCondition(`      "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }`),
  },
  flagged: {
    'the suffix': {
      text: withCondition(`      "NullIfExists": { "aws:TokenIssueTime": "true" }
     #^^^^^^^^^^^^^^ null-with-if-exists`),
      fixed: [withCondition(`      "Null": { "aws:TokenIssueTime": "true" }`)],
      access: ['unknown'],
      messages: ['NullIfExists does not exist: Null itself asks whether the key is there. Write Null.'],
    },
    'both a set and the suffix': {
      text: withCondition(`      "ForAllValues:NullIfExists": { "aws:TagKeys": "true" }
     #^^^^^^^^^^^^^^^^^^^^^^^^^^^ null-with-if-exists`),
      fixed: [withCondition(`      "Null": { "aws:TagKeys": "true" }`)],
    },
  },
});
