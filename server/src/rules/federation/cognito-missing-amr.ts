// A role for an identity pool of Amazon Cognito that does not ask whether somebody signed in.
import { clausesOf } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { assumesByToken } from '../../policy/providers/admission';
import { claimOf } from '../../policy/providers/claimClause';
import { tokenIssuers } from '../../policy/providers/issuers';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

const COGNITO = 'cognito-identity.amazonaws.com';

export default defineRule({
  id: 'cognito-missing-amr',
  group: 'federation',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A role for a Cognito identity pool does not ask whether somebody signed in.',
  why: 'An identity pool gives identities to guests too where it is set up so, and each may ask for any role that trusts the pool. Its amr claim says authenticated or unauthenticated; the role for users needs a condition on it.',
  source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "cognito-identity.amazonaws.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:11111111-2222-3333-4444-555555555555" }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "cognito-identity.amazonaws.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:11111111-2222-3333-4444-555555555555" },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }
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
    for (const { prefix, span } of tokenIssuers(statement)) {
      const claims = clausesOf(statement).flatMap((clause) => claimOf(clause, prefix) ?? []);
      if (prefix !== COGNITO || !claims.includes('aud') || claims.some((claim) => TELLS_WHO.test(claim)))
        continue;
      yield {
        span,
        message: `Guests of the identity pool may assume this role too. Add a condition on ${COGNITO}:amr: authenticated for users, unauthenticated for guests.`,
        restsOn: statement.node.span,
        fixes: () =>
          addToCondition(
            writer,
            statement,
            'ForAnyValue:StringLike',
            `${COGNITO}:amr`,
            'authenticated',
            'narrower',
          ),
      };
    }
  },
});

const TELLS_WHO = /^(?:amr|sub)$/;
