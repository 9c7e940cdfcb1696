// An identity provider as the principal of a resource policy.
import { defineRule } from '../rule';

export default defineRule({
  id: 'federated-principal-not-supported',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource'],
  accessAnalyzer: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  summary: 'A resource policy names an identity provider as its principal.',
  why:
    'Whoever signs in with an identity provider assumes a role first and comes to resources as that role, so only ' +
    'trust policies know Federated principals.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'resource',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "cognito-identity.amazonaws.com" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/app-users" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement }) {
    for (const { kind, node, value } of statement.principals.flatMap(({ principals }) => principals)) {
      if (kind !== 'Federated') continue;
      yield {
        span: node.span,
        message: `A resource policy cannot name the identity provider ${value}. Name the role that its users assume.`,
      };
    }
  },
});
