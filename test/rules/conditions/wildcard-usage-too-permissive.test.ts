import rule from '../../../server/src/rules/conditions/wildcard-usage-too-permissive';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'exact values': withCondition(`      "StringLike": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
    'other keys': withCondition(
      `      "StringLike": { "aws:PrincipalTag/team": "*", "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" }`,
    ),
    'a user ID behind the colon, or alone before it': withCondition(
      `      "StringLike": { "aws:userid": ["AROAEXAMPLEID:*", "*:anna"] }`,
    ),
    'no wildcard': withCondition(`      "StringEquals": { "aws:SourceAccount": "1234*" }`),
    'what only denies more': withCondition(`      "StringLike": { "aws:PrincipalAccount": "1*" }`, {
      effect: 'Deny',
    }),
  },
  flagged: {
    'an organization': {
      text: withCondition(`      "StringLike": { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-*"] }
      #                                                      ^^^^^ wildcard-usage-too-permissive`),
      messages: [
        'aws:PrincipalOrgID takes no wildcards: o-* also matches IDs of strangers. Write the IDs out.',
      ],
    },
    'the exception of a Deny': {
      text: withCondition(
        `      "StringNotLikeIfExists": { "aws:SourceVpc": "vpc-*" }
      #                                           ^^^^^^^ wildcard-usage-too-permissive`,
        { effect: 'Deny' },
      ),
    },
    'a user ID': {
      text: withCondition(`      "StringLike": { "aws:userid": "AROA*:anna" }
      #                             ^^^^^^^^^^^^ wildcard-usage-too-permissive`),
      messages: [
        'In AROA*:anna the wildcard also matches IDs of strangers. In aws:userid it may stand behind the colon, or alone before it.',
      ],
    },
  },
});
