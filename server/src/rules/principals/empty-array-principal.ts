// The list of principals of a statement is empty.
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-array-principal',
  group: 'principals',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint'],
  accessAnalyzer: 'EMPTY_ARRAY_PRINCIPAL',
  summary: 'The list of principals of a statement is empty.',
  why: 'A statement that names no principal does nothing.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'resource',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": [] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement }) {
    for (const { property } of statement.principals) {
      for (const { value } of property.value?.kind === 'object' ? property.value.properties : []) {
        if (value?.kind !== 'array' || value.items.length > 0) continue;
        yield {
          span: value.span,
          message:
            'This list names no principal, so the statement does nothing with it. Name a principal, or remove the list.',
        };
      }
    }
  },
});
