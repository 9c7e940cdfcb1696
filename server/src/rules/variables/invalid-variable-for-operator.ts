// A variable behind an operator that takes none. AWS is of two minds about Bool, so nothing is said there.
import { clausesOf } from '../../policy/clauses';
import { namesKey, variablesIn } from '../../policy/variables';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-variable-for-operator',
  group: 'variables',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_VARIABLE_FOR_OPERATOR',
  summary: 'A policy variable is compared by an operator that takes none.',
  why: 'AWS puts values in place of variables for String and ARN operators only; elsewhere the text stays as it is and never matches.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::reports",
      "Condition": { "NumericLessThan": { "s3:max-keys": "\${aws:PrincipalTag/keys}" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::reports",
      "Condition": { "NumericLessThan": { "s3:max-keys": "100" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family !== 'String' && family !== 'Arn' && family !== 'Bool' },

  *check({ statement }) {
    for (const { family, operator, values } of clausesOf(statement)) {
      if (family === 'String' || family === 'Arn' || family === 'Bool') continue;
      for (const { node } of values) {
        for (const variable of node.kind === 'string' ? variablesIn(node) : []) {
          if (!variable.isClosed || !namesKey(variable)) continue;
          yield {
            span: variable.node.spanOf(variable.from, variable.to),
            message: `${operator.value} takes no policy variables, only String and ARN operators do. Write the value out.`,
            related: [{ span: operator.span, message: 'Takes no variables.' }],
          };
        }
      }
    }
  },
});
