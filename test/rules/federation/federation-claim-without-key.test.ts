import rule from '../../../server/src/rules/federation/federation-claim-without-key';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const action = '"sts:AssumeRoleWithWebIdentity"';
const resource = '';
const provider = (issuer: string) => ({
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action,
  resource,
});

const github = provider('token.actions.githubusercontent.com');

ruleSpec(rule, {
  clean: {
    'keys that AWS has for GitHub': withCondition(
      `      "StringEquals": { "token.actions.githubusercontent.com:repository_owner_id": "1", "token.actions.githubusercontent.com:environment": "prod", "token.actions.githubusercontent.com:oaud": "x" }`,
      github,
    ),
    'keys that AWS has for an enterprise on GitHub': withCondition(
      `      "StringEquals": { "token.actions.githubusercontent.com/acme:repository": "acme/app" }`,
      provider('token.actions.githubusercontent.com/acme'),
    ),
    'a claim with a host in it': withCondition(
      `      "StringEquals": { "oidc.circleci.com/org/1:oidc.circleci.com/project-id": "2" }`,
      provider('oidc.circleci.com/org/1'),
    ),
    'what each token gives': withCondition(
      `      "StringEquals": { "id.example.com:email": "a@example.com", "id.example.com:amr": "mfa" }`,
      provider('id.example.com'),
    ),
    'a provider with keys of its own': withCondition(
      `      "StringEquals": { "www.amazon.com:app_id": "x" }`,
      {
        principal: '{ "Federated": "www.amazon.com" }',
        action,
        resource,
      },
    ),
    'another provider’s key, which is another rule’s': withCondition(
      `      "StringEquals": { "example.com:groups": "x" }`,
      provider('id.example.com'),
    ),
  },
  flagged: {
    'a claim of GitHub': {
      text: withCondition(
        `      "StringEquals": { "token.actions.githubusercontent.com:event_name": "push" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-claim-without-key`,
        github,
      ),
      messages: [
        'AWS makes no condition key of the claim event_name of token.actions.githubusercontent.com, so this never matches, and nobody gets in. Compare the subject of the token (sub) instead.',
      ],
    },
    'a claim that passes where it is missing': {
      text: withCondition(
        `      "StringEqualsIfExists": { "id.example.com:groups": "admins" }
      #                         ^^^^^^^^^^^^^^^^^^^^^^^ federation-claim-without-key`,
        provider('id.example.com'),
      ),
      messages: [
        'AWS makes no condition key of the claim groups of id.example.com, so this is true for everyone. Compare the subject of the token (sub) instead.',
      ],
    },
    'a claim of gitlab.com for a server of one’s own': withCondition(
      `      "StringEquals": { "gitlab.acme.example:project_id": "1" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-claim-without-key`,
      provider('gitlab.acme.example'),
    ),
    'a typing error': {
      text: withCondition(
        `      "StringEquals": { "id.example.com:emial": "a@example.com" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^ federation-claim-without-key`,
        provider('id.example.com'),
      ),
      fixed: [
        withCondition(
          `      "StringEquals": { "id.example.com:email": "a@example.com" }`,
          provider('id.example.com'),
        ),
      ],
    },
  },
});
