import rule from '../../../server/src/rules/conditions/condition-always-true';
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
    'a range': when('      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }'),
    'the opposite, which never holds': when('      "NotIpAddress": { "aws:SourceIp": "0.0.0.0/0" }'),
  },
  flagged: {
    'every address of either kind': when(`      "IpAddress": { "aws:SourceIp": ["0.0.0.0/0", "::/0"] }
      #                               ^^^^^^^^^^^ condition-always-true
      #                                            ^^^^^^ condition-always-true`),
  },
});
