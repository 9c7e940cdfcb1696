// A statement that says just what another statement of the policy says. What covers more than another is left alone.
import { headOf } from '../../policy/presence';
import { mayBeSame, sayingOf } from '../../policy/sameStatement';
import type { Policy, Statement } from '../../policy/types';
import type { Writer } from '../../syntax/node';
import { defineRule, type Report } from '../rule';

export default defineRule({
  id: 'redundant-statement',
  group: 'redundancy',
  category: 'suggestion',
  on: 'policy',
  accessAnalyzer: 'REDUNDANT_STATEMENT',
  summary: 'Two statements of a policy say the same.',
  why:
    'The second of two equal statements changes nothing, uses up the quota of the policy, and is easily forgotten when ' +
    'the first is changed.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" },
    { "Sid": "ReadToo", "Effect": "Allow", "Action": ["s3:getobject"], "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  when: ({ policy }) => policy.statements.length > 1,

  *check({ policy, writer }) {
    for (const group of mayBeSame(policy.statements)) {
      const firsts = new Map<string, Statement>();
      for (const statement of group) {
        const saying = statement.isCertain ? sayingOf(statement) : undefined;
        const first = saying === undefined ? undefined : firsts.get(saying);
        if (first) yield reportOf(statement, first, policy, writer);
        else if (saying !== undefined) firsts.set(saying, statement);
      }
    }
  },
});

function reportOf({ node }: Statement, first: Statement, { statement }: Policy, writer: Writer): Report {
  const list = statement?.value;
  const isListed = list?.kind === 'array' && list.items.includes(node);
  const other = first.sid ? `the statement ${first.sid.value}` : 'another one above';
  return {
    span: headOf(node),
    message: `This statement says the same as ${other}. Remove one of them.`,
    related: [{ span: headOf(first.node), message: 'The statement that says the same.' }],
    fixes: () =>
      isListed
        ? [{ title: 'Remove this statement', edits: writer.removeItems(list, [node]), access: 'same' }]
        : [],
  };
}
