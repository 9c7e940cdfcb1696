// A blank in the name of a variable.
import { policyVersions } from '../../policy/elements';
import { namesKey, partsOf, variablesOf } from '../../policy/variables';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unsupported-space-in-variable',
  group: 'variables',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'UNSUPPORTED_SPACE_IN_VARIABLE',
  summary: 'A policy variable has a blank in its name.',
  why: 'AWS takes no blanks there but the one between a comma and a default value, and refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::home/\${ aws:username }/*"
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
      const { name } = partsOf(variable);
      if (!variable.isClosed || !namesKey(variable) || !/\s/.test(name)) continue;
      const { node, from, to, inside } = variable;
      const trimmed = name.trim();
      const fixed = `${node.value.slice(0, from)}\${${trimmed}${inside.slice(name.length)}}${node.value.slice(to)}`;
      yield {
        span: node.spanOf(from, to),
        message: 'The name of a policy variable has no blanks. Remove them.',
        fixes: changeTo(writer, node, [/\s/.test(trimmed) ? undefined : fixed], 'unknown'),
      };
    }
  },
});
