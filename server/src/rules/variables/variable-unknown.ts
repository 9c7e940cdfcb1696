// A variable named after a key that AWS does not have. Names of services and identity providers may be any.
import { keyProblem } from '../../catalog/keyProblem';
import type { Carrier } from '../../discovery/site';
import { keyVariables, renamed } from '../keyVariables';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'variable-unknown',
  group: 'variables',
  category: 'warning',
  on: 'statement',
  summary: 'A policy variable that begins with `aws:` names a key that does not exist.',
  why:
    'AWS takes such a policy, and never has a value for the variable. A resource with it matches nothing, and a ' +
    'condition does not hold, or always holds where its operator is negated.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::home/\${aws:usrname}/*"
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

  needs: ['key-variables'],

  *check(subject, { catalog }) {
    for (const variable of keyVariables(subject)) {
      const { node, from, to, name } = variable;
      if (!/^aws:/i.test(name) || isFilledIn(name, subject.carrier)) continue;
      const problem = keyProblem(catalog, name);
      const span = node.spanOf(from, to);
      if (problem?.kind === 'no-tag-key') {
        yield {
          span,
          message: `This variable lacks the key of a tag, so it never has a value. Write it behind ${problem.base}.`,
        };
      } else if (problem?.kind === 'global') {
        const { meant } = problem;
        yield {
          span,
          message:
            `${name} is not a global condition key in the AWS data of ${catalog.date}, so this variable never has a value.` +
            (meant === undefined ? '' : ` Did you mean ${meant}?`),
          fixes: changeTo(subject.writer, node, [renamed(variable, meant)], 'unknown'),
        };
      }
    }
  },
});

/** What the Serverless Framework knows by these names, in files that it reads besides its own, too. */
function isFilledIn(name: string, carrier: Carrier): boolean {
  return carrier !== 'terraform' && /^aws:(?:accountid|region)$/i.test(name);
}
