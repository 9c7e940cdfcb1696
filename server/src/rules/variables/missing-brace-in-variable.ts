// A variable without its closing brace.
import { policyVersions } from '../../policy/elements';
import { variablesOf } from '../../policy/variables';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-brace-in-variable',
  group: 'variables',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_BRACE_IN_VARIABLE',
  summary: 'A policy variable is not closed.',
  why: 'Without the brace AWS cannot tell where the variable ends, and refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::home/\${aws:username/*"
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
    for (const variable of variablesOf(statement)) {
      if (variable.isClosed) continue;
      const { node, from, to } = variable;
      const end =
        from + (/^\$\{[\w.-]+:\w+(?:(?<=Tag)\/[\w.-]+)?/.exec(node.value.slice(from, to))?.[0].length ?? 0);
      yield {
        span: node.spanOf(from, to),
        message: 'This policy variable lacks its closing brace. Write } behind its name.',
        fixes: changeTo(
          writer,
          node,
          [end > from ? `${node.value.slice(0, end)}}${node.value.slice(end)}` : undefined],
          'unknown',
        ),
      };
    }
  },
});
