// The unique ID of a user in place of its ARN.
import { principalIds } from '../../policy/principal';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-user-reference',
  group: 'principals',
  category: 'warning',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint'],
  accessAnalyzer: 'INVALID_USER_REFERENCE',
  summary: 'A principal is the unique ID of a user and not its ARN.',
  why:
    'IAM puts the ID AIDA… in place of the ARN when the user was deleted. Nobody can be that user any more, ' +
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
      "Principal": { "AWS": "AIDADPPEZS35WEXAMPLE" },
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
      "Principal": { "AWS": "arn:aws:iam::111122223333:user/anna" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement }) {
    for (const node of principalIds(statement, 'AIDA')) {
      yield {
        span: node.span,
        message: `${node.value} is the ID of a user, most likely of one that was deleted. Write the ARN of a user that there is.`,
      };
    }
  },
});
