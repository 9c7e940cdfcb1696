import rule from '../../../server/src/rules/conditions/type-mismatch-string';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    base64: withCondition(`      "BinaryEquals": { "example.com:key": ["aGVsbG8=", "QQ==", ""] }`),
  },
  flagged: {
    'other letters': {
      text: withCondition(`      "BinaryEquals": { "example.com:key": "not base64!" }
      #                                    ^^^^^^^^^^^^^ type-mismatch-string`),
      fixed: [],
      messages: ['BinaryEquals compares with base64, and "not base64!" is none.'],
    },
    'too few': {
      text: withCondition(`      "BinaryEquals": { "example.com:key": "aGVsbG8" }
      #                                    ^^^^^^^^^ type-mismatch-string`),
    },
  },
});
