import rule from '../../../server/src/rules/conditions/confirm-audience-claim-type';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'no set': withCondition(`      "StringEquals": { "id.example.com:aud": "app" }`, {
      principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
      action: '"sts:AssumeRoleWithWebIdentity"',
      resource: '',
    }),
    'a provider that is known': withCondition(
      `      "ForAnyValue:StringEquals": { "accounts.google.com:aud": "app" }`,
      {
        principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
        action: '"sts:AssumeRoleWithWebIdentity"',
        resource: '',
      },
    ),
    'another claim': withCondition(`      "ForAnyValue:StringEquals": { "id.example.com:groups": "a" }`, {
      principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
      action: '"sts:AssumeRoleWithWebIdentity"',
      resource: '',
    }),
  },
  flagged: {
    'a set': {
      text: withCondition(
        `      "ForAllValues:StringEquals": { "id.example.com/path:aud": "app" }
      #                              ^^^^^^^^^^^^^^^^^^^^^^^^^ confirm-audience-claim-type`,
        {
          principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
          action: '"sts:AssumeRoleWithWebIdentity"',
          resource: '',
        },
      ),
      fixed: [
        withCondition(`      "StringEquals": { "id.example.com/path:aud": "app" }`, {
          principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/example.com" }',
          action: '"sts:AssumeRoleWithWebIdentity"',
          resource: '',
        }),
      ],
      access: ['unknown'],
      messages: [
        'id.example.com/path:aud says for whom a token is meant, mostly one audience. Use StringEquals unless the provider sends several.',
      ],
    },
  },
});
