import rule from '../../../server/src/rules/conditions/foranyvalue-with-audience-claim-type';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'no set': withCondition(`      "StringEquals": { "accounts.google.com:aud": "app" }`, {
      principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
      action: '"sts:AssumeRoleWithWebIdentity"',
      resource: '',
    }),
    'another set': withCondition(`      "ForAllValues:StringEquals": { "accounts.google.com:aud": "app" }`, {
      principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
      action: '"sts:AssumeRoleWithWebIdentity"',
      resource: '',
    }),
    'another claim': withCondition(`      "ForAnyValue:StringEquals": { "accounts.google.com:amr": "pwd" }`, {
      principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
      action: '"sts:AssumeRoleWithWebIdentity"',
      resource: '',
    }),
    'a provider that nobody knows': withCondition(
      `      "ForAnyValue:StringEquals": { "id.example.com:aud": "app" }`,
      {
        principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
        action: '"sts:AssumeRoleWithWebIdentity"',
        resource: '',
      },
    ),
  },
  flagged: {
    'one audience': {
      text: withCondition(
        `      "ForAnyValue:StringEquals": { "accounts.google.com:aud": ["app"] }
      #                             ^^^^^^^^^^^^^^^^^^^^^^^^^ foranyvalue-with-audience-claim-type`,
        {
          principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
          action: '"sts:AssumeRoleWithWebIdentity"',
          resource: '',
        },
      ),
      fixed: [
        withCondition(`      "StringEquals": { "accounts.google.com:aud": ["app"] }`, {
          principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
          action: '"sts:AssumeRoleWithWebIdentity"',
          resource: '',
        }),
      ],
      access: ['unknown'],
      messages: [
        'accounts.google.com:aud has one value, so ForAnyValue can let in more than was meant. Use StringEquals.',
      ],
    },
  },
});
