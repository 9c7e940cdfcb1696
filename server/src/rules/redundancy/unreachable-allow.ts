// An Allow of which the same policy denies everything, without a condition.
import { headOf } from '../../policy/presence';
import { areComparable, Coverage } from '../../policy/statementCover';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unreachable-allow',
  group: 'redundancy',
  category: 'warning',
  on: 'policy',
  summary: 'A policy denies all that one of its own statements allows.',
  why:
    'A Deny always wins, so a statement that is wholly denied allows nothing. Most often the Deny was meant to be ' +
    'narrower, or to have a condition.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" },
    { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" },
    { "Effect": "Deny", "Action": "s3:Delete*", "Resource": "*" }
  ]
}`,
    },
  ],

  when: ({ policy }) => areComparable(policy) && policy.statements.some(isPlainDeny),

  *check({ policy }) {
    const { statements } = policy;
    const denials = statements.filter(isPlainDeny);
    const coverage = new Coverage();
    const denialsOf = coverage.candidates(denials);
    for (const statement of statements) {
      const denial =
        isAllow(statement) && denialsOf(statement).find((each) => coverage.covers(each, statement));
      if (!denial) continue;
      yield {
        span: headOf(statement.node),
        message:
          `This statement allows nothing: ${denial.sid ? `the statement ${denial.sid.value}` : 'another one'} denies ` +
          'all of it, and a Deny always wins. Remove one, or narrow the Deny.',
        related: [{ span: headOf(denial.node), message: 'The statement that denies it.' }],
      };
    }
  },
});

/** Denies without a condition, in any case. */
function isPlainDeny({ allows, denies, condition, isCertain }: Statement): boolean {
  return denies && !allows && !condition && isCertain;
}

function isAllow({ allows, denies }: Statement): boolean {
  return allows && !denies;
}
