// An Action or NotAction element whose list is empty.
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-array-action',
  group: 'grammar',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'EMPTY_ARRAY_ACTION',
  summary: 'The list of actions of a statement is empty.',
  why: 'A statement without actions has no effect, and some services refuse it.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-action',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": [], "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  needs: ['odd'],
  when: ({ statement }) => statement.actions.some((element) => element.patterns.length === 0),

  *check({ statement }) {
    for (const { name, negated, property } of statement.actions) {
      const { value } = property;
      if (value?.kind !== 'array' || value.items.length > 0) continue;
      yield {
        span: value.span,
        message: negated
          ? `${name} is empty. Name the actions to leave out, or remove the statement.`
          : `${name} is empty, so the statement does nothing. Name the actions, or remove the statement.`,
      };
    }
  },
});
