// A condition on MFA where only services or users of identity providers call, whose requests never speak of MFA.
import { demandsKey } from '../../policy/clauses';
import { mfaClauses } from '../../policy/mfa';
import { hasOnly } from '../../policy/principal';
import { dropClause } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'mfa-key-never-present',
  group: 'mfa',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust', 'resource'],
  summary: 'A statement for services or identity providers asks for MFA.',
  why:
    'AWS knows of MFA only where users sign in with a device that is registered with IAM. Services have no such device, and AssumeRoleWithSAML and ' +
    'AssumeRoleWithWebIdentity take none, so the condition never holds. An identity provider has to ask for MFA itself.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "ec2.amazonaws.com" },
      "Action": "sts:AssumeRole",
      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['allows', 'condition'],

  *check(subject) {
    const { statement } = subject;
    if (!statement.allows || !hasOnly(statement, ['Service', 'Federated'])) return;
    for (const clause of mfaClauses(statement)) {
      if (!demandsKey(clause)) continue;
      const service = statement.principals[0]?.principals[0]?.kind === 'Service';
      yield {
        span: clause.key.span,
        message: `${service ? 'A service' : 'A user of an identity provider'} has no ${clause.key.value}, so this statement never lets anybody in. Remove the condition.`,
        fixes: () => dropClause(subject, clause, 'wider'),
      };
    }
  },
});
