// Several values behind a Boolean operator.
import { clausesOf } from '../../policy/clauses';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-condition-multiple-boolean',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  summary: 'The operator Bool has several values.',
  why: 'A Boolean key has one value, and AWS takes one to compare it with. Both together would always match.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "Bool": { "aws:SecureTransport": ["true", "false"] } }
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
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Bool' },

  *check({ statement, writer }) {
    for (const { compares, family, key, value, values } of clausesOf(statement)) {
      if (family !== 'Bool' || compares.set || value?.kind !== 'array' || value.items.length < 2) continue;
      const texts = new Set(values.map(({ text }) => text.toLowerCase()));
      const [text] = texts;
      const areSame = texts.size === 1 && values.length === value.items.length;
      yield {
        span: value.span,
        message: `${key.value} is compared with several values, but Bool takes one. Write true or false.`,
        fixes: () =>
          areSame && text !== undefined
            ? [{ title: `Change to ${text}`, edits: [writer.replaceValue(value, text)], access: 'same' }]
            : [],
      };
    }
  },
});
