import rule from '../../../server/src/rules/federation/federation-missing-audience';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const action = '"sts:AssumeRoleWithWebIdentity"';
const resource = '';
const provider = (issuer: string) => ({
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action,
  resource,
});

const sub = '"oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:shop:orders"';
const eks = provider('oidc.eks.eu-west-1.amazonaws.com/id/AAAA');

ruleSpec(rule, {
  clean: {
    'an audience': withCondition(
      `      "StringEquals": { ${sub}, "oidc.eks.eu-west-1.amazonaws.com/id/aaaa:aud": "sts.amazonaws.com" }`,
      eks,
    ),
    'a provider whose audience is chosen anew for each role': withCondition(
      `      "StringEquals": { "gitlab.com:sub": "project_path:acme/app:ref_type:branch:ref:main" }`,
      provider('gitlab.com'),
    ),
    'a provider that nobody here knows': withCondition(
      `      "StringEquals": { "id.example.com:sub": "app" }`,
      provider('id.example.com'),
    ),
  },
  flagged: {
    'a subject alone': {
      text: withCondition(`      "StringEquals": { ${sub} }`, eks).replace(
        /^(.*"Principal".*)$/m,
        `$1
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-missing-audience`,
      ),
      fixed: [
        withCondition(
          `      "StringEquals": { ${sub}, "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:aud": "sts.amazonaws.com" }`,
          eks,
        ),
      ],
      access: ['narrower'],
      messages: [
        'Tokens of oidc.eks.eu-west-1.amazonaws.com/id/AAAA for any registered audience are taken. Add a condition on oidc.eks.eu-west-1.amazonaws.com/id/AAAA:aud, mostly sts.amazonaws.com.',
      ],
    },
  },
});
