// An Allow that holds only where MFA was not used.
import { comparesMfa, isMfaKey, mfaClauses } from '../../policy/mfa';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'mfa-allow-without-mfa',
  group: 'mfa',
  category: 'warning',
  on: 'statement',
  summary: 'An Allow holds only where MFA was not used.',
  why:
    'The statement gives access to those who signed in without MFA, and takes it from those who used it. ' +
    'Most likely the value or the Effect is the wrong one. Actions that set up an MFA device are not reported.',
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
      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } }
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

  needs: ['allows'],
  speaksOf: { clause: isMfaKey },

  *check({ statement }) {
    if (!statement.allows || isForSetUp(statement)) return;
    for (const clause of mfaClauses(statement)) {
      const [value] = clause.values;
      if (!value || !comparesMfa(clause, false)) continue;
      yield {
        span: value.span,
        message:
          'This allows only where MFA was not used. If MFA should be required, write "Bool": { "aws:MultiFactorAuthPresent": "true" }.',
      };
    }
  },
});

/** Whether a user needs these actions before there is an MFA device. */
function isForSetUp({ actions }: Statement): boolean {
  return actions.every(
    ({ negated, isPartial, patterns }) =>
      !negated &&
      !isPartial &&
      patterns.every(({ value }) =>
        /^(?:iam:\w*MFADevices?|iam:(?:ChangePassword|Get|List)\w*|sts:Get\w+)\*?$/i.test(value),
      ),
  );
}
