import rule from '../../../server/src/rules/conditions/condition-always-false';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement under this condition. */
function when(condition: string): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {
${condition}
    } }`);
}

ruleSpec(rule, {
  clean: {
    'different keys': when(`      "Null": { "aws:SourceVpce": "true" },
      "StringEquals": { "aws:SourceVpc": "vpc-1" }`),
    'a clause that holds without the key': when(`      "Null": { "aws:SourceVpce": "true" },
      "StringEqualsIfExists": { "aws:SourceVpce": "vpce-1" }`),
    'values of which some are left': when(`      "StringEquals": { "aws:SourceVpce": ["vpce-1", "vpce-2"] },
      "StringNotEquals": { "aws:SourceVpce": "vpce-1" }`),
    'presence and a value': when(`      "Null": { "aws:SourceVpce": "false" },
      "StringEquals": { "aws:SourceVpce": "vpce-1" }`),
    'a variable': when(`      "StringEquals": { "aws:PrincipalTag/a": "\${aws:username}" },
      "StringNotEquals": { "aws:PrincipalTag/a": "\${aws:username}" }`),
    sets: when(`      "ForAnyValue:StringEquals": { "aws:TagKeys": "a" },
      "ForAnyValue:StringNotEquals": { "aws:TagKeys": "a" }`),
  },
  flagged: {
    'a key that must be absent and match': {
      text: when(`      "Null": { "aws:SourceVpce": "true" },
      "StringEquals": { "AWS:SourceVpce": "vpce-1" }
      #                 ^^^^^^^^^^^^^^^^ condition-always-false`),
      messages: [
        'This statement never holds: aws:SourceVpce cannot be absent and have a value. Remove one of the two clauses.',
      ],
    },
    'values that are asked for and excluded': when(`      "StringEquals": { "aws:SourceVpce": "vpce-1" },
      "StringNotEquals": { "aws:SourceVpce": ["vpce-1", "vpce-2"] }
      #                    ^^^^^^^^^^^^^^^^ condition-always-false`),
  },
});
