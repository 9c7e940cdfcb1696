import rule from '../../../server/src/rules/trust/external-id-never-present';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const provider = {
  principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.acme.com" }',
  action: '"sts:AssumeRoleWithWebIdentity"',
  resource: '',
};
const assume = { action: '"sts:AssumeRole"', resource: '' };

ruleSpec(rule, {
  clean: {
    'an account': withCondition(`      "StringEquals": { "sts:ExternalId": "7f3a" }`, {
      ...assume,
      principal: '{ "AWS": "123456789012" }',
    }),
    'a service that gives one': withCondition(`      "StringEquals": { "sts:ExternalId": "7f3a" }`, {
      ...assume,
      principal: '{ "Service": "cognito-idp.amazonaws.com" }',
    }),
    'a comparison with IfExists': withCondition(
      `      "StringEqualsIfExists": { "sts:ExternalId": "7f3a" }`,
      provider,
    ),
  },
  flagged: {
    'a service that runs programs': {
      text: withCondition(
        `      "StringEquals": { "sts:ExternalId": "7f3a" }
      #                 ^^^^^^^^^^^^^^^^ external-id-never-present`,
        { ...assume, principal: '{ "Service": "lambda.amazonaws.com" }' },
      ),
      messages: [
        'This service cannot give an external ID, so nobody can assume the role. Remove sts:ExternalId.',
      ],
    },
    'an identity provider': {
      text: withCondition(
        `      "StringEquals": { "oidc.acme.com:sub": "app", "sts:ExternalId": "7f3a" }
      #                                             ^^^^^^^^^^^^^^^^ external-id-never-present`,
        provider,
      ),
      fixed: [withCondition(`      "StringEquals": { "oidc.acme.com:sub": "app" }`, provider)],
      access: ['wider'],
      messages: [
        'Users of an identity provider cannot give an external ID, so nobody can assume the role. Remove sts:ExternalId.',
      ],
    },
  },
});
