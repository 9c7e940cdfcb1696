import rule from '../../../server/src/rules/conditions/private-ip-address';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'public addresses': withCondition(`      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }`),
    'both kinds': withCondition(`      "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] }`),
    'the other key': withCondition(`      "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }`),
    'the other operator': withCondition(`      "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" }`),
    everywhere: withCondition(`      "IpAddress": { "aws:SourceIp": "0.0.0.0/0" }`),
  },
  flagged: {
    one: {
      text: withCondition(`      "IpAddress": { "aws:SourceIp": "10.0.0.0/8" }
      #                              ^^^^^^^^^^^^ private-ip-address`),
      fixed: [withCondition(`      "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }`)],
      access: ['unknown'],
      messages: [
        'aws:SourceIp holds public addresses, and these are private, so the condition never holds. Use aws:VpcSourceIp, or public addresses.',
      ],
    },
    several: {
      text: withCondition(`      "IpAddressIfExists": { "AWS:sourceip": ["192.168.1.1", "172.16.0.0/12", "fd00::/8"] }
      #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ private-ip-address`),
    },
  },
});
