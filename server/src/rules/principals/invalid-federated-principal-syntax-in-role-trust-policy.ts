// A Federated principal that is no identity provider by its form.
import { providerKind } from '../../policy/federation';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-federated-principal-syntax-in-role-trust-policy',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  summary: 'A Federated principal has not the form of an identity provider.',
  why: 'IAM knows identity providers by their ARN (oidc-provider or saml-provider) and a few by their domain name.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "https://token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
      },
      "Action": "sts:AssumeRoleWithWebIdentity"
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    for (const { kind, node, value } of statement.principals.flatMap(({ principals }) => principals)) {
      if (kind !== 'Federated' || value === '') continue;
      if (SCHEME.test(value)) {
        const bare = value.replace(SCHEME, '$1');
        yield {
          span: node.span,
          message: `The ARN of a provider has no https:// in it, so no provider is called ${value}. Write ${bare}.`,
          fixes: changeTo(writer, node, [bare], 'wider'),
        };
      } else if (providerKind(value) === undefined) {
        yield {
          span: node.span,
          message:
            `${value} is not an identity provider by its form. Write the ARN of the provider, as in ` +
            'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com.',
        };
      }
    }
  },
});

/** The address of a provider in place of its host and path. */
const SCHEME = /(:oidc-provider\/)https?:\/\//;
