import rule from '../../../server/src/rules/mfa/mfa-key-never-present';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const service = { principal: '{ "Service": "ec2.amazonaws.com" }', action: '"sts:AssumeRole"', resource: '' };
const provider = {
  principal: '{ "Federated": "arn:aws:iam::123456789012:saml-provider/acme" }',
  action: '"sts:AssumeRoleWithSAML"',
  resource: '',
};

ruleSpec(rule, {
  clean: {
    'an account': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`, {
      ...service,
      principal: '{ "AWS": "123456789012" }',
    }),
    'users beside a service': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`, {
      ...service,
      principal: '{ "AWS": "123456789012", "Service": "ec2.amazonaws.com" }',
    }),
    'a comparison with IfExists': withCondition(
      `      "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }`,
      service,
    ),
    'a Deny': withCondition(`      "Bool": { "aws:MultiFactorAuthPresent": "true" }`, {
      ...service,
      effect: 'Deny',
    }),
  },
  flagged: {
    'a service': {
      text: withCondition(
        `      "Bool": { "aws:MultiFactorAuthPresent": "true" }
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mfa-key-never-present`,
        service,
      ),
      access: ['wider'],
      messages: [
        'A service has no aws:MultiFactorAuthPresent, so this statement never lets anybody in. Remove the condition.',
      ],
    },
    'an identity provider': {
      text: withCondition(
        `      "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" },
      "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" }
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^ mfa-key-never-present`,
        provider,
      ),
      fixed: [
        withCondition(`      "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" }`, provider),
      ],
    },
  },
});
