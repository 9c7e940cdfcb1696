// An Allow that asks for MFA with IfExists, and so also holds for requests that say nothing of MFA.
import type { ReadClause } from '../../policy/clauses';
import { comparesMfa, demandsMfaKey, isMfaKey, matchesWithoutMfaKey, mfaClauses } from '../../policy/mfa';
import { operatorText } from '../../policy/operator';
import type { Statement } from '../../policy/types';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'mfa-allow-with-if-exists',
  group: 'mfa',
  category: 'security',
  on: 'policy',
  appliesTo: ['identity', 'trust', 'resource', 'session', 'boundary'],
  summary: 'An Allow that asks for MFA lets long-term access keys through.',
  why:
    'Requests that are signed with the access key of a user have no word of MFA, and a comparison with IfExists holds where the key is missing. ' +
    'So whoever has the access key needs no MFA.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: isMfaKey },

  *check({ policy, writer }) {
    const { statements } = policy;
    if (statements.some((each) => each.denies && matchesWithoutMfaKey(each))) return;
    for (const statement of statements) {
      const clause =
        statement.allows && statement.condition && mayHaveUsers(statement)
          ? openClause(statement)
          : undefined;
      if (!clause) continue;
      const strict = operatorText({ ...clause.compares, ifExists: false });
      yield {
        span: clause.operator.span,
        message:
          `Requests with long-term access keys have no ${clause.key.value}, and ${clause.operator.value} lets them through without MFA. ` +
          `Use ${strict}.`,
        fixes: () => useOperator({ statement, writer }, clause, strict, 'narrower'),
      };
    }
  },
});

/** Services and federated users have no MFA of AWS in any case. */
function mayHaveUsers({ principals }: Statement): boolean {
  const named = principals.flatMap((element) => element.principals);
  return named.length === 0 || named.some(({ kind }) => kind === 'AWS' || kind === 'everyone');
}

function openClause(statement: Statement): ReadClause | undefined {
  if (demandsMfaKey(statement)) return undefined;
  return mfaClauses(statement).find(
    (clause) =>
      clause.compares.ifExists &&
      (comparesMfa(clause, true) ||
        (clause.family === 'Numeric' && clause.compares.name.startsWith('NumericLess'))),
  );
}
