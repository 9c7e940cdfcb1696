import rule from '../../../server/src/rules/conditions/improve-ip-range';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'ranges and addresses': withCondition(
      `      "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "203.0.113.7", "203.0.113.7/32", "2001:db8::/32", "no range"] }`,
    ),
  },
  flagged: {
    'bits behind the prefix': {
      text: withCondition(`      "IpAddress": { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.7/24"] }
      #                                                  ^^^^^^^^^^^^^^^^ improve-ip-range`),
      fixed: [withCondition(`      "IpAddress": { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.0/24"] }`)],
      access: ['same'],
      messages: [
        '203.0.113.7/24 stands for the whole range 203.0.113.0/24: the bits behind the prefix do not count. Write 203.0.113.0/24.',
      ],
    },
    'of version 6': {
      text: withCondition(`      "NotIpAddress": { "aws:VpcSourceIp": "2001:db8::1/64" }
      #                                    ^^^^^^^^^^^^^^^^ improve-ip-range`),
      fixed: [withCondition(`      "NotIpAddress": { "aws:VpcSourceIp": "2001:db8::/64" }`)],
    },
  },
});
