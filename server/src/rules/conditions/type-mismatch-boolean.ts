// A value of Bool or Null that is neither true nor false.
import { clausesOf } from '../../policy/clauses';
import { useValue } from '../clauseFixes';
import { fitsKey } from '../keyTypes';
import { neverOf } from '../neverOf';
import { defineRule } from '../rule';

export default defineRule({
  id: 'type-mismatch-boolean',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'TYPE_MISMATCH_BOOLEAN',
  summary: 'A value of Bool or Null is neither true nor false.',
  why: 'The operator knows true and false only; with anything else the condition does not do what was meant.',
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
      "Condition": { "Bool": { "aws:SecureTransport": "yes" } }
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

  speaksOf: { clause: ({ family }) => family === 'Bool' || family === 'Null' },

  *check({ statement, writer }, { catalog }) {
    for (const clause of clausesOf(statement)) {
      const { family, operator, values } = clause;
      if ((family !== 'Bool' && family !== 'Null') || !fitsKey(catalog, clause)) continue;
      for (const value of values) {
        const { text } = value;
        if (text.includes('${') || /^(?:true|false)$/i.test(text)) continue;
        const meant = meantBy(text);
        yield {
          span: value.span,
          message: `${operator.value} compares with true or false, not with "${text}".${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
          fixes: () => useValue(writer, value, meant),
        };
      }
      for (const { span, value } of neverOf(clause, /^[truefals]*$/i)) {
        yield {
          span,
          message: `${operator.value} compares with true or false, and "${value}" is neither, whatever is put in.`,
        };
      }
    }
  },
});

function meantBy(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (/^(?:1|y|yes|on|t|ture|treu|tru|true)$/.test(word)) return 'true';
  return /^(?:0|n|no|off|f|flase|fals|false)$/.test(word) ? 'false' : undefined;
}
