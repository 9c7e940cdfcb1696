// The key aws:ARN in a policy of a resource. In policies that belong to the caller: deprecated-global-condition-key.
import { keyProblem } from '../../catalog/keyProblem';
import { clausesOf } from '../../policy/clauses';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unsupported-global-condition-key',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'rcp'],
  accessAnalyzer: 'UNSUPPORTED_GLOBAL_CONDITION_KEY',
  summary: 'A condition of a resource policy uses aws:ARN, which is not supported.',
  why: 'It may have been meant for who calls (aws:PrincipalArn) or for what the call is made for (aws:SourceArn), and AWS supports only these.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": "*",
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
      "Principal": "*",
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
        message:
          'aws:ARN is not supported. Use aws:PrincipalArn for who calls, or aws:SourceArn for the resource on whose behalf a service calls.',
        fixes: () => ['aws:PrincipalArn', 'aws:SourceArn'].flatMap((key) => useKey(subject, clause, key)),
      };
    }
  },
});
