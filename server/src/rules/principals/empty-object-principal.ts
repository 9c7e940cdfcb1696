// The Principal of a statement is an empty object.
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-object-principal',
  group: 'principals',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint'],
  accessAnalyzer: 'EMPTY_OBJECT_PRINCIPAL',
  summary: 'The Principal of a statement is an empty object.',
  why: 'A statement that names no principal does nothing.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      type: 'resource',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": {}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
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
    for (const { name, property } of statement.principals) {
      const { value } = property;
      if (value?.kind !== 'object' || value.properties.length > 0) continue;
      yield {
        span: value.span,
        message: `${name} names nobody, so the statement has no effect. Name a principal, or remove the statement.`,
      };
    }
  },
});
