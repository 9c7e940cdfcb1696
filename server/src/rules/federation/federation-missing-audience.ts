// A trust policy for a provider whose guide for AWS names an audience, without a condition on it.
import { clausesOf } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { assumesByToken } from '../../policy/providers/admission';
import { claimOf } from '../../policy/providers/claimClause';
import { tokenIssuers } from '../../policy/providers/issuers';
import { providerOf } from '../../policy/providers/table';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

export default defineRule({
  id: 'federation-missing-audience',
  group: 'federation',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A trust policy does not ask for whom the token was issued.',
  why: 'Without a condition on the audience, tokens for each audience that the provider in IAM has registered are taken, those meant for another service among them. Only providers are reported whose guide for AWS names an audience.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub": "system:serviceaccount:shop:orders"
        }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:sub": "system:serviceaccount:shop:orders",
          "oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF:aud": "sts.amazonaws.com"
        }
      }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check({ statement, writer }) {
    const { condition } = statement;
    if (!assumesByToken(statement) || !condition || hasUnknownClauses(condition)) return;
    for (const { prefix, issuer, span } of tokenIssuers(statement)) {
      const audience = providerOf(prefix)?.audience;
      const claims = clausesOf(statement).flatMap((clause) => claimOf(clause, prefix) ?? []);
      if (audience === undefined || !claims.includes('sub')) continue;
      if (claims.some((claim) => claim === 'aud' || claim === 'oaud')) continue;
      yield {
        span,
        message: `Tokens of ${issuer} for any registered audience are taken. Add a condition on ${issuer}:aud, mostly ${audience}.`,
        restsOn: statement.node.span,
        fixes: () => addToCondition(writer, statement, 'StringEquals', `${issuer}:aud`, audience, 'narrower'),
      };
    }
  },
});
