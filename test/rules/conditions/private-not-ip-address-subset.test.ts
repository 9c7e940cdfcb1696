import rule from '../../../server/src/rules/conditions/private-not-ip-address-subset';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'public addresses': withCondition(`      "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }`),
    'private ones only': withCondition(`      "NotIpAddress": { "aws:SourceIp": "10.0.0.0/8" }`),
    'the other operator': withCondition(
      `      "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] }`,
    ),
  },
  flagged: {
    'one among others': {
      text: withCondition(`      "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] }
      #                                                    ^^^^^^^^^^^^ private-not-ip-address-subset`),
      fixed: [withCondition(`      "NotIpAddress": { "aws:SourceIp": ["203.0.113.0/24"] }`)],
      access: ['unknown'],
      messages: [
        '10.0.0.0/8 is private, and aws:SourceIp holds public addresses, so it does nothing here. Remove it, or compare it with aws:VpcSourceIp.',
      ],
    },
  },
});
