// A value of a numeric operator that is no number.
import { clausesOf } from '../../policy/clauses';
import { useValue } from '../clauseFixes';
import { fitsKey } from '../keyTypes';
import { neverOf } from '../neverOf';
import { defineRule } from '../rule';

export default defineRule({
  id: 'type-mismatch-number',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'TYPE_MISMATCH_NUMBER',
  summary: 'A value of a numeric operator is not a number.',
  why: 'Nothing can be compared with it, so the condition never matches.',
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
      "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "5m" } }
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
      "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "300" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Numeric' },

  *check({ statement, writer }, { catalog }) {
    for (const clause of clausesOf(statement)) {
      const { family, operator, values } = clause;
      if (family !== 'Numeric' || !fitsKey(catalog, clause)) continue;
      for (const value of values) {
        const { text } = value;
        if (text.includes('${') || /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) continue;
        const meant = meantBy(text);
        yield {
          span: value.span,
          message: `${operator.value} compares with a number, and "${text}" is none.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
          fixes: () => useValue(writer, value, meant),
        };
      }
      for (const { span, value } of neverOf(clause, /^[\d.e+-]*$/i)) {
        yield {
          span,
          message: `${operator.value} compares with a number, and "${value}" is none, whatever is put in.`,
        };
      }
    }
  },
});

/** Without blanks, and without marks between groups of three digits. */
function meantBy(text: string): string | undefined {
  const bare = text.trim().replace(/(?<=\d)[ ,_'](?=\d{3}(?!\d))/g, '');
  return bare !== text && /^[+-]?\d+(?:\.\d+)?$/.test(bare) ? bare : undefined;
}
