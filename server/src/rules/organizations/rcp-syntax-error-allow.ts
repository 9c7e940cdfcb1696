// An Allow in a resource control policy that is more than the one form which AWS manages.
import { hasDynamicKey } from '../../policy/lower';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'rcp-syntax-error-allow',
  group: 'organizations',
  category: 'error',
  on: 'statement',
  appliesTo: ['rcp'],
  accessAnalyzer: 'RCP_SYNTAX_ERROR_ALLOW',
  summary: 'An Allow statement of a resource control policy does more than allow everything.',
  why:
    'Only the policy RCPFullAWSAccess of AWS may allow, and it allows all principals everything. A policy of your own ' +
    'says with Deny what must not be.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
  examples: [
    {
      type: 'rcp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "NotResource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  when: ({ statement }) => statement.allows && !statement.denies,

  *check({ statement }) {
    if (!statement.effect || hasDynamicKey(statement.node) || allowsEverything(statement)) return;
    yield {
      span: statement.effect.value?.span ?? statement.effect.span,
      message:
        'A resource control policy of your own cannot allow: Allow stands only for everything, without a condition. ' +
        'Write Deny for what must not be.',
    };
  },
});

/** What is known only later may be "*" in the end. */
function allowsEverything({ actions, resources, condition }: Statement): boolean {
  return (
    condition === undefined &&
    resources.every(
      (each) => !each.negated && (each.isPartial || each.patterns.some(({ value }) => value === '*')),
    ) &&
    actions.every(
      (each) => !each.negated && (each.isPartial || each.patterns.some(({ value }) => value === '*')),
    )
  );
}
