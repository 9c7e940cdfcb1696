// The key aws:ARN in a policy that speaks of the caller. In policies of resources: unsupported-global-condition-key.
import { keyProblem } from '../../catalog/keyProblem';
import { clausesOf } from '../../policy/clauses';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'deprecated-global-condition-key',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity', 'boundary', 'session', 'scp', 'endpoint'],
  accessAnalyzer: 'DEPRECATED_GLOBAL_CONDITION_KEY',
  summary: 'A condition uses aws:ARN, which aws:PrincipalArn replaced.',
  why: 'AWS documents aws:PrincipalArn only; the old key is not kept up.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "ArnLike": { "aws:ARN": "arn:aws:iam::123456789012:role/build" } }
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
      "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 'aws:arn' },

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      if (keyProblem(catalog, clause.key.value)?.kind !== 'replaced') continue;
      yield {
        span: clause.key.span,
        message: 'aws:ARN was replaced by aws:PrincipalArn.',
        fixes: () => ['aws:PrincipalArn'].flatMap((key) => useKey(subject, clause, key)),
      };
    }
  },
});
