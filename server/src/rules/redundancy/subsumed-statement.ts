// A statement that another one of the same effect covers. Equal statements are another rule's.
import { headOf } from '../../policy/presence';
import { sayingOf } from '../../policy/sameStatement';
import { areComparable, Coverage } from '../../policy/statementCover';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'subsumed-statement',
  group: 'redundancy',
  category: 'suggestion',
  on: 'policy',
  summary: 'A statement is covered by another statement of the same effect.',
  why:
    'All that the statement allows or denies is allowed or denied by a wider one already, so it changes nothing and ' +
    'hides what the policy does. Either it is superfluous, or the wider one is too wide.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::reports/*" },
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/2026/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  when: ({ policy }) => areComparable(policy),

  *check({ policy, writer }) {
    const coverage = new Coverage();
    const candidatesFor = coverage.candidates(policy.statements.filter(({ isCertain }) => isCertain));
    for (const statement of policy.statements) {
      const wider = coveringOf(statement, candidatesFor(statement), coverage);
      if (!wider) continue;
      const list = policy.statement?.value;
      const isListed = list?.kind === 'array' && list.items.includes(statement.node);
      const name = wider.sid ? `the statement ${wider.sid.value}` : 'another statement of this policy';
      yield {
        span: headOf(statement.node),
        message: `All of this statement is in ${name} already. Remove it, or narrow the other one.`,
        related: [{ span: headOf(wider.node), message: 'The statement that covers it.' }],
        fixes: () =>
          isListed
            ? [
                {
                  title: 'Remove this statement',
                  edits: writer.removeItems(list, [statement.node]),
                  access: 'unknown',
                },
              ]
            : [],
      };
    }
  },
});

function coveringOf(
  statement: Statement,
  candidates: readonly Statement[],
  coverage: Coverage,
): Statement | undefined {
  return candidates.find(
    (other) =>
      other !== statement &&
      other.allows === statement.allows &&
      other.denies === statement.denies &&
      other.allows !== other.denies &&
      coverage.covers(other, statement) &&
      (!coverage.covers(statement, other) ||
        (other.index < statement.index && !saysTheSame(statement, other))),
  );
}

function saysTheSame(one: Statement, other: Statement): boolean {
  return sayingOf(one) === sayingOf(other);
}
