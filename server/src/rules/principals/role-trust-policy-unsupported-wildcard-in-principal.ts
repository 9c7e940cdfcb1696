// `"Principal": "*"` in a role trust policy. `{ "AWS": "*" }` is another form, which IAM takes.
import { defineRule } from '../rule';

export default defineRule({
  id: 'role-trust-policy-unsupported-wildcard-in-principal',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  accessAnalyzer: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  summary: 'A role trust policy has the principal "*".',
  why: 'IAM refuses the policy. A trust policy names who may assume the role: an account, a role, a service or an identity provider.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    for (const { negated, principals } of statement.principals) {
      const everyone = negated ? undefined : principals.find(({ kind }) => kind === 'everyone');
      if (!everyone) continue;
      yield {
        span: everyone.node.span,
        message:
          'A role trust policy cannot have the principal "*". ' +
          (statement.denies
            ? 'Write { "AWS": "*" } to deny everyone.'
            : 'Name the account, role, service or identity provider that may assume the role.'),
        fixes: () =>
          statement.denies && !statement.allows
            ? [
                {
                  title: 'Change to { "AWS": "*" }',
                  edits: [writer.replaceValue(everyone.node, { AWS: '*' })],
                  access: 'unknown',
                },
              ]
            : [],
      };
    }
  },
});
