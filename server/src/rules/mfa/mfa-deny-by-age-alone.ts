// A Deny by how long ago MFA was used, which requests without MFA pass.
import type { ReadClause } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { limitsMfaAge, mfaClauses, speaksOfMfa } from '../../policy/mfa';
import { operatorText } from '../../policy/operator';
import type { Statement } from '../../policy/types';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'mfa-deny-by-age-alone',
  group: 'mfa',
  category: 'warning',
  on: 'policy',
  appliesTo: ['identity', 'trust', 'resource'],
  summary: 'A Deny where MFA was used too long ago does not stop requests without any MFA.',
  why:
    'Requests without MFA have no aws:MultiFactorAuthAge, so a comparison with it does not match, and nothing is denied: ' +
    'who used MFA too long ago is stopped, and who never used it is not. With IfExists the Deny holds where the key is missing as well. ' +
    'Where the policy asks for MFA in another statement, nothing is reported.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_s3_full-access-except-production.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": { "NumericGreaterThan": { "aws:MultiFactorAuthAge": "3600" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": { "NumericGreaterThanIfExists": { "aws:MultiFactorAuthAge": "3600" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: limitsMfaAge },

  *check({ policy, writer }) {
    const { statements } = policy;
    if (policy.isPartial || statements.some(mayAskForMfa)) return;
    for (const statement of statements) {
      const clause = ageAlone(statement);
      if (!clause) continue;
      const open = operatorText({ ...clause.compares, ifExists: true });
      yield {
        span: clause.operator.span,
        message:
          `Requests without MFA have no ${clause.key.value}, and this Deny does not match them. ` +
          `Use ${open}, or deny requests without MFA in a statement of its own.`,
        fixes: () => useOperator({ statement, writer }, clause, open, 'narrower'),
      };
    }
  },
});

/** The clause of a Deny that looks at nothing of MFA but its age. */
function ageAlone(statement: Statement): ReadClause | undefined {
  const [clause, other] = statement.denies ? mfaClauses(statement) : [];
  return clause && !other && limitsMfaAge(clause) ? clause : undefined;
}

/** Whether another statement says what holds without MFA, or may say so in what is known only later. */
function mayAskForMfa(statement: Statement): boolean {
  const { condition } = statement;
  if (!condition) return false;
  return hasUnknownClauses(condition) || (speaksOfMfa(statement) && !ageAlone(statement));
}
