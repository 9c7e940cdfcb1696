import rule from '../../../server/src/rules/conditions/untrustworthy-condition-key';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'keys that AWS sets': withCondition(
      `      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceVpce": "vpce-1a2b3c4d" }`,
    ),
    'where only services call': withCondition(`      "StringEquals": { "aws:Referer": "123456789012" }`, {
      principal: '{ "Service": "ses.amazonaws.com" }',
    }),
  },
  flagged: {
    'the page': {
      text: withCondition(`      "StringLike": { "aws:Referer": "https://example.com/*" }
      #               ^^^^^^^^^^^^^ untrustworthy-condition-key`),
      messages: [
        'Every caller can set aws:Referer to anything, so it protects nothing. Use a key that AWS sets, such as aws:PrincipalArn, aws:SourceVpce or aws:SourceIp.',
      ],
    },
    'the program, in a Deny': {
      text: withCondition(
        `      "StringNotEquals": { "AWS:userAgent": "cli" }
      #                    ^^^^^^^^^^^^^^^ untrustworthy-condition-key`,
        { effect: 'Deny' },
      ),
    },
  },
});
