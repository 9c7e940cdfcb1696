import rule from '../../../server/src/rules/conditions/type-mismatch-boolean';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'true and false':
      withCondition(`      "Bool": { "aws:SecureTransport": "true", "aws:ViaAWSService": false },
      "Null": { "aws:TokenIssueTime": "False" }`),
    'a variable': withCondition(`      "Bool": { "aws:SecureTransport": "\${aws:PrincipalTag/tls}" }`),
    'a key of another type': withCondition(`      "Bool": { "aws:TagKeys": "team" }`),
  },
  flagged: {
    'another word': {
      text: withCondition(`      "BoolIfExists": { "aws:SecureTransport": "yes" }
      #                                        ^^^^^ type-mismatch-boolean`),
      fixed: [withCondition(`      "BoolIfExists": { "aws:SecureTransport": "true" }`)],
      access: ['unknown'],
      messages: ['BoolIfExists compares with true or false, not with "yes". Did you mean true?'],
    },
    'a number': {
      text: withCondition(`      "Null": { "aws:TokenIssueTime": 0 }
      #                               ^ type-mismatch-boolean`),
      fixed: [withCondition(`      "Null": { "aws:TokenIssueTime": "false" }`)],
    },
    nothing: {
      text: withCondition(`      "Null": { "aws:TokenIssueTime": "" }
      #                               ^^ type-mismatch-boolean`),
      fixed: [],
    },
  },
});
