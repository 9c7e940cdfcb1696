// A list of values of several JSON types.
import { sentAsWritten } from '../../discovery/site';
import { clausesOf } from '../../policy/clauses';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-condition-data-type',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_CONDITION_DATA_TYPE',
  summary: 'The values of a condition key are of different JSON types.',
  why: 'AWS takes strings, numbers or Booleans, but one kind in each list, and refuses the policy. Programs that write the policy anew, such as CloudFormation, make strings of all of them, so nothing is reported there.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:PrincipalTag/level": ["low", 3] } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:PrincipalTag/level": ["low", "3"] } }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],
  when: ({ statement, carrier }) =>
    sentAsWritten.has(carrier) && clausesOf(statement).some(({ values }) => values.length > 1),

  *check({ statement, carrier, writer }) {
    if (!sentAsWritten.has(carrier)) return;
    for (const { key, value, values } of clausesOf(statement)) {
      const kinds = new Set(values.map(({ node }) => node.kind));
      if (value?.kind !== 'array' || kinds.size < 2) continue;
      yield {
        span: value.span,
        message: `The values of ${key.value} are of different JSON types, which AWS refuses. Write all of them as strings.`,
        fixes: () => [
          {
            title: 'Write all values as strings',
            edits: values.flatMap(({ node, text }) =>
              node.kind === 'string' ? [] : [writer.replaceValue(node, text)],
            ),
            access: 'same',
          },
        ],
      };
    }
  },
});
