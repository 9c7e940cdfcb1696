// A variable in an action or a principal. In a Sid or an Effect it is no text that these take.
import type { Statement } from '../../policy/types';
import { namesKey, variablesIn } from '../../policy/variables';
import { defineRule } from '../rule';

export default defineRule({
  id: 'variable-unsupported-in-element',
  group: 'variables',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  summary: 'A policy variable stands in an element that takes none.',
  why: 'AWS puts values in place of variables in Resource and Condition only.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::123456789012:user/\${aws:username}" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::123456789012:user/anna" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  speaksOf: { action: mayHoldVariable, principal: mayHoldVariable },

  *check({ statement }) {
    for (const { name, node } of textsOf(statement)) {
      for (const variable of mayHoldVariable(node.value) ? variablesIn(node) : []) {
        if (!variable.isClosed || !namesKey(variable)) continue;
        yield {
          span: node.spanOf(variable.from, variable.to),
          message: `AWS puts no values in place of variables in ${name}, only in Resource and Condition. Write the value out.`,
        };
      }
    }
  },
});

function mayHoldVariable(text: string): boolean {
  return text.includes('${');
}

/** Where there are no values in place of variables. */
function textsOf({ actions, principals }: Statement) {
  return [
    ...actions.flatMap(({ name, patterns }) => patterns.map((node) => ({ name, node }))),
    ...principals.flatMap(({ name, principals: listed }) => listed.map(({ node }) => ({ name, node }))),
  ];
}
