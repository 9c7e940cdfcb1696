// A variable named after a key that can have several values.
import { findConditionKey } from '../../catalog/conditionKeys';
import { keyVariables } from '../keyVariables';
import { defineRule } from '../rule';

export default defineRule({
  id: 'variable-multivalued',
  group: 'variables',
  category: 'warning',
  on: 'statement',
  summary: 'A policy variable names a key that can have several values.',
  why: 'AWS puts the values of keys with one value in place of variables, and no others. Such a key can only be compared, by ForAnyValue or ForAllValues.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/\${aws:PrincipalOrgPaths}/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/\${aws:PrincipalOrgID}/*"
    }
  ]
}`,
    },
  ],

  needs: ['key-variables'],

  *check(subject, { catalog }) {
    for (const { node, from, to, name } of keyVariables(subject)) {
      if (findConditionKey(catalog, name)?.multivalued !== true) continue;
      yield {
        span: node.spanOf(from, to),
        message: `${name} can have several values in a request, and AWS takes no such key for a variable. Use a key with one value.`,
      };
    }
  },
});
