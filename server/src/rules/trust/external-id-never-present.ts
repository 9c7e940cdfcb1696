// A condition on an external ID where only users of identity providers assume the role.
import { externalIdClauses } from '../../policy/externalId';
import { hasOnly } from '../../policy/principal';
import { dropClause } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'external-id-never-present',
  group: 'trust',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A statement for an identity provider asks for an external ID.',
  why: 'Only AssumeRole takes an external ID. AssumeRoleWithSAML and AssumeRoleWithWebIdentity have no place for one, so nobody can assume the role.',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/acme" },
      "Action": "sts:AssumeRoleWithSAML",
      "Condition": {
        "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml", "sts:ExternalId": "acme-reports-7f3a" }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/acme" },
      "Action": "sts:AssumeRoleWithSAML",
      "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'condition'],

  *check(subject) {
    const { statement } = subject;
    if (!statement.allows || !hasOnly(statement, ['Federated'])) return;
    for (const clause of externalIdClauses(statement)) {
      yield {
        span: clause.key.span,
        message: `Users of an identity provider cannot give an external ID, so nobody can assume the role. Remove ${clause.key.value}.`,
        fixes: () => dropClause(subject, clause, 'wider'),
      };
    }
  },
});
