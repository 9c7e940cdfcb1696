// Several numbers where only the greatest or the least counts.
import { clausesOf } from '../../policy/clauses';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redundant-condition-value-num',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'REDUNDANT_CONDITION_VALUE_NUM',
  summary: 'A numeric operator has several values of which only one counts.',
  why: 'One value that matches is enough: of several upper bounds only the greatest counts, of several lower bounds only the least.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": ["300", "3600"] } }
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
      "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Numeric' },

  *check({ statement, writer }) {
    for (const { compares, isPartial, key, value, values } of clausesOf(statement)) {
      const bound = boundOf(compares.name);
      if (!bound || value?.kind !== 'array' || values.length < 2 || isPartial) continue;
      const numbers = values.map(({ text }) => (text.trim() === '' ? Number.NaN : Number(text)));
      if (numbers.some(Number.isNaN)) continue;
      const kept =
        values[numbers.indexOf(bound === 'greatest' ? Math.max(...numbers) : Math.min(...numbers))];
      if (!kept) continue;
      const { node, text } = kept;
      yield {
        span: value.span,
        message: `Of several values behind ${compares.name} only the ${bound} counts. Keep ${text} for ${key.value}.`,
        fixes: () => [
          {
            title: `Keep only ${text}`,
            edits: [writer.replaceValue(value, node.kind === 'string' ? text : node.value)],
            access: 'same',
          },
        ],
      };
    }
  },
});

function boundOf(operator: string): 'greatest' | 'least' | undefined {
  if (operator.startsWith('NumericLess')) return 'greatest';
  return operator.startsWith('NumericGreater') ? 'least' : undefined;
}
