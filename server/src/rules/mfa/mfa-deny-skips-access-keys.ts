// A Deny that asks whether MFA was not used, and so lets through requests that say nothing of MFA.
import { comparesMfa, isMfaKey, matchesWithoutMfaKey, mfaClauses } from '../../policy/mfa';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'mfa-deny-skips-access-keys',
  group: 'mfa',
  category: 'security',
  on: 'policy',
  summary: 'A Deny without MFA does not stop requests with long-term access keys.',
  why:
    'Requests that are signed with the access key of a user have no aws:MultiFactorAuthPresent, so Bool does not match and nothing is denied. ' +
    'BoolIfExists matches where the key is missing as well.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } }
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
      "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }
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
      const [clause, other] = statement.denies ? mfaClauses(statement) : [];
      if (!clause || other || clause.compares.ifExists || !comparesMfa(clause, false)) continue;
      yield {
        span: clause.operator.span,
        message:
          'Requests with long-term access keys have no aws:MultiFactorAuthPresent, and this Deny does not match them. ' +
          'Use BoolIfExists, so that it holds for them too.',
        fixes: () => useOperator({ statement, writer }, clause, 'BoolIfExists', 'narrower'),
      };
    }
  },
});
