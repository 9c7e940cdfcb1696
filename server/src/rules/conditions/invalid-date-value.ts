// A date as seconds since 1970. What is no date at all: type-mismatch-date.
import { clausesOf } from '../../policy/clauses';
import { epochAsDate, isEpoch } from '../../policy/dateText';
import { useValue } from '../clauseFixes';
import { fitsKey } from '../keyTypes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-date-value',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'INVALID_DATE_VALUE',
  summary: 'A date is written as seconds since 1970.',
  why: 'Such a number leaves out leap seconds and is hard to read; AWS recommends a date. The key aws:EpochTime, which is such a number itself, is not reported.',
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
      "Condition": { "DateLessThan": { "aws:CurrentTime": "1893456000" } }
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
      "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'Date' },

  *check({ statement, writer }, { catalog }) {
    for (const clause of clausesOf(statement)) {
      const { family, values } = clause;
      if (family !== 'Date' || !fitsKey(catalog, clause)) continue;
      for (const value of values) {
        const { text } = value;
        if (text.includes('${') || !isEpoch(text) || clause.lowerKey === 'aws:epochtime') continue;
        const meant = epochAsDate(text);
        yield {
          span: value.span,
          message: `${text} counts seconds since 1970, which may not come to quite the time that was meant. Write a date${meant === undefined ? '' : ` such as ${meant}`}.`,
          fixes: () => useValue(writer, value, meant),
        };
      }
    }
  },
});
