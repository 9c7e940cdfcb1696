// A variable with nothing between its braces.
import { policyVersions } from '../../policy/elements';
import { variablesOf } from '../../policy/variables';
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-variable',
  group: 'variables',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'EMPTY_VARIABLE',
  summary: 'A policy variable is empty.',
  why: 'AWS does not know what to put there, and refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::home/\${}/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::home/\${aws:username}/*"
    }
  ]
}`,
    },
  ],

  needs: ['variables'],

  *check({ statement, version, writer }) {
    if (version !== policyVersions[0]) return;
    for (const { node, from, to, inside, isClosed } of variablesOf(statement)) {
      if (!isClosed || inside.trim() !== '') continue;
      yield {
        span: node.spanOf(from, to),
        message: 'This policy variable is empty. Name a key in it, such as aws:username, or remove it.',
        fixes: () => [
          {
            title: 'Remove the empty variable',
            edits: [writer.replaceString(node, node.value.slice(0, from) + node.value.slice(to))],
            access: 'unknown',
          },
        ],
      };
    }
  },
});
