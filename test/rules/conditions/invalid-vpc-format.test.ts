import rule from '../../../server/src/rules/conditions/invalid-vpc-format';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'IDs of both lengths': withCondition(
      `      "StringEquals": { "aws:SourceVpc": ["vpc-1a2b3c4d", "vpc-0a1b2c3d4e5f60718"] }`,
    ),
    'patterns and variables': withCondition(
      `      "StringLike": { "aws:SourceVpc": ["vpc-*", "\${aws:PrincipalTag/net}"] }`,
    ),
    'the other key': withCondition(`      "StringEquals": { "aws:SourceVpce": "x" }`),
  },
  flagged: {
    'too short': {
      text: withCondition(`      "StringNotEquals": { "aws:SourceVpc": ["vpc-1a2b3c4d", "vpc-1a2b"] }
      #                                                      ^^^^^^^^^^ invalid-vpc-format`),
      fixed: [],
      messages: ['"vpc-1a2b" is not the ID of a VPC: that is vpc- and 8 or 17 letters and digits.'],
    },
    'what belongs to the other key': {
      text: withCondition(`      "StringEquals": { "aws:SourceVpc": "vpce-1a2b3c4d" }
      #                                  ^^^^^^^^^^^^^^^ invalid-vpc-format`),
      fixed: [withCondition(`      "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" }`)],
      access: ['unknown'],
      messages: ['vpce-1a2b3c4d belongs to aws:SourceVpce, not to aws:SourceVpc.'],
    },
  },
});
