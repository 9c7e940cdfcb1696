// Statements without Sids that differ in their actions alone, or in their resources alone.

import type { PolicySite } from '../../discovery/site';
import { headOf } from '../../policy/presence';
import { quotaOf } from '../../policy/quota';
import { sayingBut, sayingOf } from '../../policy/sameStatement';
import { sizeAtMost, sizeOf } from '../../policy/size';
import { areComparable } from '../../policy/statementCover';
import type { Policy, Statement } from '../../policy/types';
import { itemsOf, type Node, type Writer } from '../../syntax/node';
import { defineRule, type Fix } from '../rule';

const buckets = Array.from({ length: 120 }, (_, i) => `"arn:aws:s3:::example-reports-of-department-${i}/*"`);

export default defineRule({
  id: 'mergeable-statements',
  group: 'redundancy',
  category: 'suggestion',
  on: 'policy',
  summary: 'Two statements differ only in their actions, or only in their resources.',
  why:
    'Such statements can be one, which is shorter. That matters in a policy that fills half of its quota; in a shorter ' +
    'one, and where statements have Sids, somebody may have told them apart on purpose.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [${buckets.join(', ')}] },
    { "Effect": "Allow", "Action": "s3:PutObject", "Resource": [${buckets.join(', ')}] }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": [${buckets.join(', ')}] }
  ]
}`,
    },
  ],

  when: ({ policy, site }) => areComparable(policy) && isFilling(site),

  *check({ policy, writer }) {
    for (const element of ['Action', 'Resource'] as const) {
      const firsts = new Map<string, Statement>();
      for (const statement of policy.statements) {
        const saying =
          statement.sid || statement.allows === statement.denies || !statement.isCertain
            ? undefined
            : sayingBut(statement, element);
        const first = saying === undefined ? undefined : firsts.get(saying);
        if (saying !== undefined && !first) firsts.set(saying, statement);
        if (!first || sayingOf(first) === sayingOf(statement)) continue;
        yield {
          span: headOf(statement.node),
          message: `This statement differs from another one only in its ${element}. Put both into one statement.`,
          related: [{ span: headOf(first.node), message: 'The statement that it can be part of.' }],
          fixes: () => mergeFix(policy, first, statement, element, writer),
        };
      }
    }
  },
});

/** Whether a policy has half of the characters that it may have, so that there is a reason to shorten it. */
function isFilling(site: PolicySite): boolean {
  const quota = quotaOf(site);
  if (!quota || sizeAtMost(site) * 2 <= quota.limit) return false;
  return sizeOf({ site }).size * 2 > quota.limit;
}

function mergeFix(
  { statement: list }: Policy,
  first: Statement,
  second: Statement,
  element: 'Action' | 'Resource',
  writer: Writer,
): readonly Fix[] {
  const values = [first, second].map(({ node }) => valueOf(node, element));
  const [target, added] = values;
  if (list?.value?.kind !== 'array' || !target || !added) return [];
  const plains = [...itemsOf(target), ...itemsOf(added)].map((item) => writer.plain(item));
  const known = plains.filter((plain) => plain !== undefined);
  if (known.length < plains.length) return [];
  const edits = [writer.replaceValue(target, known), ...writer.removeItems(list.value, [second.node])];
  return [{ title: 'Merge into the other statement', edits, access: 'same' }];
}

function valueOf(node: Statement['node'], element: string): Node | undefined {
  return node.properties.find(({ key }) => key.value === element)?.value;
}
