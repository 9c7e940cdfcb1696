// The default of a variable without single quotes around it.
import { policyVersions } from '../../policy/elements';
import { namesKey, partsOf, variablesOf } from '../../policy/variables';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-quote-in-variable',
  group: 'variables',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_QUOTE_IN_VARIABLE',
  summary: 'The default value of a policy variable lacks a quote.',
  why: "A default stands in single quotes, as in `${aws:PrincipalTag/team, 'none'}`. AWS refuses the policy.",
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team, none}/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team, 'none'}/*"
    }
  ]
}`,
    },
  ],

  needs: ['variables'],

  *check({ statement, version, writer }) {
    if (version !== policyVersions[0]) return;
    for (const variable of variablesOf(statement)) {
      const { fallback } = partsOf(variable);
      if (!variable.isClosed || !namesKey(variable) || fallback === undefined || /^'.*'$/.test(fallback))
        continue;
      const { node, from, to, inside } = variable;
      const bare = fallback.replace(/^'|'$/g, '');
      const fixed = `${node.value.slice(0, from)}\${${inside.slice(0, inside.indexOf(','))}, '${bare}'}${node.value.slice(to)}`;
      yield {
        span: node.spanOf(from, to),
        message: `The default of this variable must stand in single quotes: '${bare}'.`,
        fixes: changeTo(writer, node, [fixed], 'unknown'),
      };
    }
  },
});
