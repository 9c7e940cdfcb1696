import rule from '../../../server/src/rules/conditions/type-mismatch-ip-range';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'addresses and ranges': withCondition(
      `      "IpAddress": { "aws:SourceIp": ["203.0.113.7", "203.0.113.0/24", "2001:db8::/32", "0.0.0.0/0", "::/0"] }`,
    ),
    'a variable, which another rule reports': withCondition(
      `      "IpAddress": { "aws:SourceIp": "\${aws:PrincipalTag/ip}" }`,
    ),
  },
  flagged: {
    'a wildcard': {
      text: withCondition(`      "IpAddress": { "aws:SourceIp": "203.0.113.*" }
      #                              ^^^^^^^^^^^^^ type-mismatch-ip-range`),
      fixed: [withCondition(`      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }`)],
      access: ['unknown'],
      messages: [
        '"203.0.113.*" is not an IP range, so IpAddress cannot compare with it. Did you mean 203.0.113.0/24?',
      ],
    },
    'a number too large': {
      text: withCondition(`      "NotIpAddress": { "aws:SourceIp": ["203.0.113.7", "203.0.113.0/33"] }
      #                                                 ^^^^^^^^^^^^^^^^ type-mismatch-ip-range`),
      fixed: [],
      messages: [
        '"203.0.113.0/33" is not an IP range, so NotIpAddress cannot compare with it. Write it in CIDR form, such as 203.0.113.0/24.',
      ],
    },
    'a name': {
      text: withCondition(`      "IpAddress": { "aws:VpcSourceIp": "office" }
      #                                 ^^^^^^^^ type-mismatch-ip-range`),
    },
  },
});
