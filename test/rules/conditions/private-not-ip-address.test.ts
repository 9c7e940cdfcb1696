import rule from '../../../server/src/rules/conditions/private-not-ip-address';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'public addresses': withCondition(`      "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }`),
    'both kinds': withCondition(`      "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] }`),
    'the other key': withCondition(`      "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }`),
    'the other operator': withCondition(`      "IpAddress": { "aws:SourceIp": "10.0.0.0/8" }`),
    everywhere: withCondition(`      "NotIpAddress": { "aws:SourceIp": "0.0.0.0/0" }`),
  },
  flagged: {
    one: {
      text: withCondition(`      "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" }
      #                                 ^^^^^^^^^^^^ private-not-ip-address`),
      fixed: [withCondition(`      "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }`)],
      access: ['unknown'],
      messages: [
        'aws:SourceIp holds public addresses, and these are private, so the condition always holds. Use aws:VpcSourceIp, or public addresses.',
      ],
    },
    several: {
      text: withCondition(`      "NotIpAddressIfExists": { "AWS:sourceip": ["192.168.1.1", "172.16.0.0/12", "fd00::/8"] }
      #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ private-not-ip-address`),
    },
  },
});
