import rule from '../../../server/src/rules/conditions/invalid-vpce-format';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'IDs of both lengths': withCondition(
      `      "StringEquals": { "aws:SourceVpce": ["vpce-1a2b3c4d", "vpce-0a1b2c3d4e5f60718"] }`,
    ),
    'patterns and variables': withCondition(
      `      "StringLike": { "aws:SourceVpce": ["vpce-*", "\${aws:PrincipalTag/net}"] }`,
    ),
    'the other key': withCondition(`      "StringEquals": { "aws:SourceVpc": "x" }`),
  },
  flagged: {
    'too short': {
      text: withCondition(`      "StringNotEquals": { "aws:SourceVpce": ["vpce-1a2b3c4d", "vpce-1a2b"] }
      #                                                        ^^^^^^^^^^^ invalid-vpce-format`),
      fixed: [],
      messages: [
        '"vpce-1a2b" is not the ID of a VPC endpoint: that is vpce- and 8 or 17 letters and digits.',
      ],
    },
    'what belongs to the other key': {
      text: withCondition(`      "StringEquals": { "aws:SourceVpce": "vpc-1a2b3c4d" }
      #                                   ^^^^^^^^^^^^^^ invalid-vpce-format`),
      fixed: [withCondition(`      "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" }`)],
      access: ['unknown'],
      messages: ['vpc-1a2b3c4d belongs to aws:SourceVpc, not to aws:SourceVpce.'],
    },
  },
});
