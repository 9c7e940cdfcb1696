import rule from '../../../server/src/rules/conditions/forallvalues-with-single-valued-key';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a key with several values': withCondition(
      `      "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "stage"] }`,
    ),
    'no set': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
    'a Deny': withCondition(`      "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`, {
      effect: 'Deny',
    }),
    'what passes without the key anyway':
      withCondition(`      "ForAllValues:StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      "ForAllValues:StringEqualsIfExists": { "aws:PrincipalAccount": "123456789012" }`),
    'a key that must be there':
      withCondition(`      "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
      "Null": { "aws:PrincipalOrgId": "false" }`),
    'a key that nobody knows': withCondition(`      "ForAllValues:StringEquals": { "aws:NoSuchKey": "x" }`),
  },
  flagged: {
    'a global key': {
      text: withCondition(`      "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }
      #                              ^^^^^^^^^^^^^^^^^^^^ forallvalues-with-single-valued-key`),
      fixed: [withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`)],
      access: ['narrower'],
      messages: [
        'aws:PrincipalOrgID has one value, and ForAllValues:StringEquals is also true for requests without it, which are then allowed. Use StringEquals.',
      ],
    },
    'a key with a tag': {
      text: withCondition(`      "ForAllValues:StringLike": { "aws:RequestTag/team": "a*" }
      #                            ^^^^^^^^^^^^^^^^^^^^^ forallvalues-with-single-valued-key`),
    },
    'a key of a service, among others': {
      text: withCondition(
        `      "ForAllValues:StringEquals": { "organizations:ServicePrincipal": "ssm.amazonaws.com", "aws:TagKeys": "team" }
      #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ forallvalues-with-single-valued-key`,
        { action: '"organizations:EnableAWSServiceAccess"', resource: '"*"' },
      ),
      fixed: [
        withCondition(
          `      "ForAllValues:StringEquals": { "aws:TagKeys": "team" },
      "StringEquals": {
        "organizations:ServicePrincipal": "ssm.amazonaws.com"
      }`,
          { action: '"organizations:EnableAWSServiceAccess"', resource: '"*"' },
        ),
      ],
    },
  },
});
