// Actions of a list that another action of the same list covers.
import { redundancyOf } from '../../policy/cover';
import { redundantReports } from '../redundant';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redundant-action',
  group: 'actions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'REDUNDANT_ACTION',
  summary: 'A list of actions has entries that another entry of the list covers.',
  why: 'The entries change nothing. They make the policy longer, and hide how much the wildcard beside them gives.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["sqs:Receive*", "sqs:ReceiveMessage"],
      "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["sqs:Receive*"],
      "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders"
    }
  ]
}`,
    },
  ],

  when: ({ statement }) =>
    statement.actions.some((element) => redundancyOf(element, 'ignore-case') !== undefined),

  *check({ statement, writer }) {
    for (const element of statement.actions) {
      const redundancy = redundancyOf(element, 'ignore-case');
      if (redundancy) yield* redundantReports(redundancy, writer, 'actions');
    }
  },
});
