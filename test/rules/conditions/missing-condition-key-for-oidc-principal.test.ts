import rule from '../../../server/src/rules/conditions/missing-condition-key-for-oidc-principal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'conditions on its tokens': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com/path" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "ID.example.com/path:aud": "app" } } }`,
    ),
    'GitHub, which has a rule of its own': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }`,
    ),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }`,
    ),
    'a condition on another provider, which lets nobody in': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "example.com:aud": "app" } } }`,
    ),
    'a SAML provider': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML" }`,
    ),
  },
  flagged: {
    'no condition': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com/path" }, "Action": "sts:AssumeRoleWithWebIdentity" }
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-condition-key-for-oidc-principal`),
      messages: [
        'Everyone with a token of id.example.com/path can assume this role. Add conditions on its tokens, such as "StringEquals": { "id.example.com/path:aud": …, "id.example.com/path:sub": … }.',
      ],
    },
    'a condition that holds without the key of another provider': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/ID.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEqualsIfExists": { "example.com:aud": "app" } } }
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-condition-key-for-oidc-principal`),
      messages: [
        'Everyone with a token of ID.example.com can assume this role. Add conditions on its tokens, such as "StringEquals": { "ID.example.com:aud": …, "ID.example.com:sub": … }.',
      ],
    },
    'a provider that is built in': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-condition-key-for-oidc-principal`),
    },
  },
});
