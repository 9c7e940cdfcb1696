// A value of BinaryEquals that is not base64.
import { clausesOf } from '../../policy/clauses';
import { useValue } from '../clauseFixes';
import { fitsKey } from '../keyTypes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'type-mismatch-string',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'TYPE_MISMATCH_STRING',
  summary: 'A value of BinaryEquals is not base64.',
  why: 'The operator compares bytes, which are written as base64; anything else never matches.',
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
      "Condition": { "BinaryEquals": { "example.com:key": "not base64!" } }
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
      "Condition": { "BinaryEquals": { "example.com:key": "aGVsbG8=" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Binary' },

  *check({ statement, writer }, { catalog }) {
    for (const clause of clausesOf(statement)) {
      const { family, operator, values } = clause;
      if (family !== 'Binary' || !fitsKey(catalog, clause)) continue;
      for (const value of values) {
        const { text } = value;
        if (text.includes('${') || isBase64(text)) continue;
        const meant = undefined;
        yield {
          span: value.span,
          message: `${operator.value} compares with base64, and "${text}" is none.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
          fixes: () => useValue(writer, value, meant),
        };
      }
    }
  },
});

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
