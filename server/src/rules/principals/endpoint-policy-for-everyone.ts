// A VPC endpoint policy that allows everything, as an endpoint without a policy of its own does.
import { everyoneIn } from '../../policy/openTo';
import type { PatternElement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'endpoint-policy-for-everyone',
  group: 'principals',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['endpoint'],
  summary: 'The policy of a VPC endpoint allows everyone everything.',
  why:
    'This is what an endpoint does without a policy. Through it data can be carried to accounts of strangers, with their credentials, ' +
    'unless conditions say whose principals and whose resources may be used.',
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  examples: [
    {
      type: 'endpoint',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": "*",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'no-condition'],

  *check({ statement }) {
    const { allows, isPartial, condition, actions, resources } = statement;
    const everyone = allows && !isPartial && !condition ? everyoneIn(statement) : undefined;
    if (!everyone || !actions.some(isEverything) || !resources.some(isEverything)) return;
    yield {
      span: everyone.node.span,
      message:
        'Everything may go through this endpoint, as without a policy. Add a condition such as aws:PrincipalOrgID or aws:ResourceOrgID.',
    };
  },
});

function isEverything({ negated, patterns }: PatternElement): boolean {
  return !negated && patterns.some(({ value }) => value === '*');
}
