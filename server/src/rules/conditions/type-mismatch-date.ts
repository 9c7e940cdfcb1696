// A value of a date operator that is no date. Seconds since 1970: invalid-date-value.
import { clausesOf } from '../../policy/clauses';
import { dateMeant, isEpoch, isIsoDate } from '../../policy/dateText';
import { useValue } from '../clauseFixes';
import { fitsKey } from '../keyTypes';
import { neverOf } from '../neverOf';
import { defineRule } from '../rule';

export default defineRule({
  id: 'type-mismatch-date',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'TYPE_MISMATCH_DATE',
  summary: 'A value of a date operator is not a date.',
  why: 'Nothing can be compared with it, so the condition never matches. Dates are written as in ISO 8601.',
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
      "Condition": { "DateLessThan": { "aws:CurrentTime": "31.12.2030" } }
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
      "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-12-31" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Date' },

  *check({ statement, writer }, { catalog }) {
    for (const clause of clausesOf(statement)) {
      const { family, operator, values } = clause;
      if (family !== 'Date' || !fitsKey(catalog, clause)) continue;
      for (const value of values) {
        const { text } = value;
        if (text.includes('${') || isIsoDate(text) || isEpoch(text)) continue;
        const meant = dateMeant(text);
        yield {
          span: value.span,
          message: `${operator.value} compares with a date, and "${text}" is none.${meant === undefined ? ' Write it as YYYY-MM-DD, or with a time as 2030-01-31T12:00:00Z.' : ` Did you mean ${meant}?`}`,
          fixes: () => useValue(writer, value, meant),
        };
      }
      for (const { span, value } of neverOf(clause, /^[\dTZW:.+-]*$/i)) {
        yield {
          span,
          message: `${operator.value} compares with a date, and "${value}" is none, whatever is put in.`,
        };
      }
    }
  },
});
