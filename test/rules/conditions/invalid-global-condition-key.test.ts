import rule from '../../../server/src/rules/conditions/invalid-global-condition-key';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'keys in any case': withCondition(
      `      "StringEquals": { "AWS:principalorgid": "o-a1b2c3d4e5", "aws:RequestTag/Team": "a" }`,
    ),
    'a key that AWS takes without saying so': withCondition(
      `      "StringEquals": { "aws:PrincipalOrgMasterAccountId": "123456789012" }`,
    ),
    'a key for tags without one, and one that was replaced': withCondition(
      `      "StringEquals": { "aws:ResourceTag": "a", "aws:ARN": "arn:aws:iam::123456789012:role/a" }`,
    ),
  },
  flagged: {
    'a slip': {
      text: withCondition(`      "StringEquals": { "aws:PrincipalOrg": "o-a1b2c3d4e5" }
      #                 ^^^^^^^^^^^^^^^^^^ invalid-global-condition-key`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`)],
      access: ['unknown'],
      messages: [
        'aws:PrincipalOrg is not a global condition key in the AWS data of 2026-09-26. Did you mean aws:PrincipalOrgID?',
      ],
    },
    'a slip before a tag': {
      text: withCondition(`      "StringEquals": { "aws:RequestTags/team": "a" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^ invalid-global-condition-key`),
      fixed: [withCondition(`      "StringEquals": { "aws:RequestTag/team": "a" }`)],
    },
    'nothing like one': {
      text: withCondition(`      "StringEquals": { "aws:Weather": "sunny" }
      #                 ^^^^^^^^^^^^^ invalid-global-condition-key`),
      fixed: [],
      messages: ['aws:Weather is not a global condition key in the AWS data of 2026-09-26.'],
    },
  },
});
