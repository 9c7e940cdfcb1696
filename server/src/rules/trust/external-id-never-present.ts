// A condition on an external ID where only users of identity providers, or services that give none, assume the role.
import { externalIdClauses } from '../../policy/externalId';
import { hasOnly, hasOnlyServices } from '../../policy/principal';
import type { Statement } from '../../policy/types';
import { dropClause } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'external-id-never-present',
  group: 'trust',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A statement for those who cannot give an external ID asks for one.',
  why: 'Only AssumeRole takes an external ID. AssumeRoleWithSAML and AssumeRoleWithWebIdentity have no place for one, so nobody can assume the role. Nor do Amazon EC2, Amazon ECS and AWS Lambda give one when they assume a role for a program.',
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
    const who = statement.allows ? whoIn(statement) : undefined;
    if (!who) return;
    for (const clause of externalIdClauses(statement)) {
      yield {
        span: clause.key.span,
        message: `${who} cannot give an external ID, so nobody can assume the role. Remove ${clause.key.value}.`,
        fixes: () => dropClause(subject, clause, 'wider'),
      };
    }
  },
});

/** Some services do give one, and of most nobody knows; those that run programs are given none to pass on. */
function whoIn(statement: Statement): string | undefined {
  if (hasOnly(statement, ['Federated'])) return 'Users of an identity provider';
  const services = statement.principals.flatMap((element) => element.principals);
  return hasOnlyServices(statement) &&
    services.every(({ value }) => /^(?:ec2|ecs-tasks|lambda)\./.test(value))
    ? 'This service'
    : undefined;
}
