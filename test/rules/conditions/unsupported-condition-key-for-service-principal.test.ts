import rule from '../../../server/src/rules/conditions/unsupported-condition-key-for-service-principal';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'the source': withCondition(`      "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" }`, {
      principal: '{ "Service": "cloudtrail.amazonaws.com" }',
    }),
    'roles as well': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`, {
      principal: '{ "Service": "cloudtrail.amazonaws.com", "AWS": "123456789012" }',
    }),
    'what passes without the key': withCondition(
      `      "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`,
      { principal: '{ "Service": "cloudtrail.amazonaws.com" }' },
    ),
    'the certificate of a caller of IAM Roles Anywhere': withCondition(
      `      "StringEquals": { "aws:PrincipalTag/x509Issuer/CN": "Acme" }`,
      { principal: '{ "Service": "rolesanywhere.amazonaws.com" }', action: '"sts:AssumeRole"', resource: '' },
    ),
    'a Deny': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`, {
      principal: '{ "Service": "cloudtrail.amazonaws.com" }',
      effect: 'Deny',
    }),
  },
  flagged: {
    'an organization': {
      text: withCondition(
        `      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }
      #                 ^^^^^^^^^^^^^^^^^^^^ unsupported-condition-key-for-service-principal`,
        { principal: '{ "Service": "cloudtrail.amazonaws.com" }' },
      ),
      fixed: [
        withCondition(`      "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" }`, {
          principal: '{ "Service": "cloudtrail.amazonaws.com" }',
        }),
      ],
      access: ['unknown'],
      messages: [
        'A service has no aws:PrincipalOrgID, so this statement never lets it in. Use aws:SourceOrgID for what it calls for.',
      ],
    },
    'a tag': {
      text: withCondition(
        `      "StringLike": { "aws:PrincipalTag/team": "a*" }
      #               ^^^^^^^^^^^^^^^^^^^^^^^ unsupported-condition-key-for-service-principal`,
        { principal: '{ "Service": ["cloudtrail.amazonaws.com", "config.amazonaws.com"] }' },
      ),
      fixed: [],
    },
  },
});
