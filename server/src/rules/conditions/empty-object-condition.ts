// A Condition, or an operator in it, with nothing inside.
import { hasEmptyBlock } from '../../policy/condition';
import { defineRule } from '../rule';

export default defineRule({
  id: 'empty-object-condition',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'EMPTY_OBJECT_CONDITION',
  summary: 'A Condition or an operator in it is empty.',
  why: 'It changes nothing. Perhaps a condition was to be written and was forgotten.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {}
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  needs: ['condition'],
  when: ({ statement }) => statement.condition !== undefined && hasEmptyBlock(statement.condition),

  *check({ statement, writer }) {
    const { condition } = statement;
    const object = condition?.property.value;
    if (!condition || object?.kind !== 'object') return;
    const empty = object.properties.filter(
      ({ value }) => value?.kind === 'object' && value.properties.length === 0,
    );
    const isAllEmpty = empty.length === object.properties.length;
    const whole = {
      title: 'Remove Condition',
      edits: [writer.removeProperty(statement.node, condition.property)],
      access: 'same',
    } as const;
    if (object.properties.length === 0) {
      yield {
        span: object.span,
        message: 'The Condition is empty. Write the condition, or remove it.',
        fixes: () => [whole],
      };
    }
    for (const operator of empty) {
      yield {
        span: operator.value?.span ?? operator.span,
        message: `${operator.key.value} has no condition keys. Write one, or remove the operator.`,
        fixes: () =>
          isAllEmpty && empty.length === 1
            ? [whole]
            : [
                {
                  title: `Remove ${operator.key.value}`,
                  edits: [writer.removeProperty(object, operator)],
                  access: 'same',
                },
              ],
      };
    }
  },
});
