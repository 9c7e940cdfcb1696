// A variable in an action or a principal. In a Sid or an Effect it is no text that these take.
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
      "Action": "s3:\${aws:PrincipalTag/right}",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  *check({ statement }) {
    const texts = [
      ...statement.actions.flatMap(({ name, patterns }) => patterns.map((node) => ({ name, node }))),
      ...statement.principals.flatMap(({ name, principals }) =>
        principals.map(({ node }) => ({ name, node })),
      ),
    ];
    for (const { name, node } of texts) {
      for (const variable of node.value.includes('${') ? variablesIn(node) : []) {
        if (!variable.isClosed || !namesKey(variable)) continue;
        yield {
          span: node.spanOf(variable.from, variable.to),
          message: `AWS puts no values in place of variables in ${name}, only in Resource and Condition. Write the value out.`,
        };
      }
    }
  },
});
