import rule from '../../../server/src/rules/principals/invalid-federated-principal-syntax-in-role-trust-policy';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A trust policy for these identity providers. */
function trusting(providers: string): string {
  return inPolicy(`
    {
      "Effect": "Allow",
      "Principal": { "Federated": ${providers} },
      "Action": "sts:AssumeRoleWithWebIdentity"
    }`);
}

ruleSpec(rule, {
  clean: {
    'the forms that there are': trusting(`[
        "accounts.google.com",
        "cognito-identity.amazonaws.com",
        "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2",
        "arn:aws-cn:iam::111122223333:saml-provider/ExampleOrg"
      ]`),
    'nothing yet': trusting('""'),
  },
  flagged: {
    'an address, another ARN, a provider without a name': trusting(`[
        "https://accounts.google.com",
       #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-federated-principal-syntax-in-role-trust-policy
        "arn:aws:iam::111122223333:role/a",
       #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-federated-principal-syntax-in-role-trust-policy
        "arn:aws:iam::111122223333:oidc-provider/"
       #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-federated-principal-syntax-in-role-trust-policy
      ]`),
    'an address within the ARN': {
      text: trusting(`[
        "arn:aws:iam::111122223333:oidc-provider/https://gitlab.com"
       #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-federated-principal-syntax-in-role-trust-policy
      ]`),
      fixed: [
        trusting(`[
        "arn:aws:iam::111122223333:oidc-provider/gitlab.com"
      ]`),
      ],
      access: ['wider'],
    },
  },
});
