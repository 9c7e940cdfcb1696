// A principal other than "*" in a resource control policy.
import { defineRule } from '../rule';

export default defineRule({
  id: 'rcp-syntax-error-principal',
  group: 'organizations',
  category: 'error',
  on: 'statement',
  appliesTo: ['rcp'],
  accessAnalyzer: 'RCP_SYNTAX_ERROR_PRINCIPAL',
  summary: 'A resource control policy has a principal other than "*".',
  why:
    'A resource control policy holds for whoever comes to the resources of the organization, so its Principal must be ' +
    '"*", and AWS Organizations refuses anything else. Conditions tell principals apart.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html',
  examples: [
    {
      type: 'rcp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "s3:*",
      "Resource": "*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" } }
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    for (const { name, negated, principals, property } of statement.principals) {
      const { value } = property;
      if (!value || value.kind === 'dynamic') continue;
      if (!negated && principals.some(({ kind }) => kind === 'everyone')) continue;
      yield {
        span: negated ? property.key.span : value.span,
        message: negated
          ? `A resource control policy cannot have a ${name}. Write "Principal": "*", and tell principals apart in a condition.`
          : 'The Principal of a resource control policy must be "*". Tell principals apart in a condition, by aws:PrincipalArn for one.',
        fixes: () =>
          negated
            ? []
            : [{ title: 'Change to "*"', edits: [writer.replaceValue(value, '*')], access: 'unknown' }],
      };
    }
  },
});
