import rule from '../../../server/src/rules/federation/federation-missing-required-claim';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const action = '"sts:AssumeRoleWithWebIdentity"';
const resource = '';
const provider = (issuer: string) => ({
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action,
  resource,
});

ruleSpec(rule, {
  clean: {
    'the claim, by whatever operator': withCondition(
      `      "StringLike": { "APP.terraform.io:sub": "*" }`,
      provider('app.terraform.io'),
    ),
    'no condition on the provider, which is another rule’s': withCondition(
      `      "Bool": { "aws:SecureTransport": "true" }`,
      provider('app.terraform.io'),
    ),
    'GitHub, which has a rule of its own': withCondition(
      `      "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }`,
      provider('token.actions.githubusercontent.com'),
    ),
    'a provider of one team': withCondition(
      `      "StringEquals": { "oidc.vercel.com/acme:sub": "owner:acme:project:app:environment:production" }`,
      provider('oidc.vercel.com/acme'),
    ),
    'a statement that only tags': withCondition(
      `      "StringEquals": { "app.terraform.io:aud": "aws.workload.identity" }`,
      { ...provider('app.terraform.io'), action: '"sts:TagSession"' },
    ),
  },
  flagged: {
    'an audience without a subject': {
      text: withCondition(
        `      "StringEquals": { "app.terraform.io:aud": "aws.workload.identity" }`,
        provider('app.terraform.io'),
      ).replace(
        /^(.*"Principal".*)$/m,
        `$1
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-missing-required-claim`,
      ),
      messages: [
        'IAM takes no trust policy for app.terraform.io without a condition on app.terraform.io:sub since 2025-06-06: strangers get tokens of this issuer too. Add one that names what is yours.',
      ],
    },
    'who signed in, of whatever identity pool': withCondition(
      `      "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }`,
      { principal: '{ "Federated": "cognito-identity.amazonaws.com" }', action, resource },
    ).replace(
      /^(.*"Principal".*)$/m,
      `$1
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-missing-required-claim`,
    ),
  },
});
