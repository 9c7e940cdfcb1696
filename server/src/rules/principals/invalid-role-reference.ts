// The unique ID of a role in place of its ARN.
import { principalIds } from '../../policy/principal';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-role-reference',
  group: 'principals',
  category: 'warning',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint'],
  accessAnalyzer: 'INVALID_ROLE_REFERENCE',
  summary: 'A principal is the unique ID of a role and not its ARN.',
  why:
    'IAM puts the ID AROA… in place of the ARN when the role was deleted. Nobody can be that role any more, ' +
    'and a new one of the same name has another ID.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'resource',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "AROADPPEZS35WEXAMPLE" },
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
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/anna" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement }) {
    for (const node of principalIds(statement, 'AROA')) {
      yield {
        span: node.span,
        message: `${node.value} is the ID of a role, most likely of one that was deleted. Write the ARN of a role that there is.`,
      };
    }
  },
});
