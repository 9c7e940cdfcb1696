// A value of IpAddress or NotIpAddress that is no IP range.
import { clausesOf } from '../../policy/clauses';
import { ipRangeMeant, parseIpRange } from '../../policy/ipRange';
import { useValue } from '../clauseFixes';
import { fitsKey } from '../keyTypes';
import { neverOf } from '../neverOf';
import { defineRule } from '../rule';

export default defineRule({
  id: 'type-mismatch-ip-range',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'TYPE_MISMATCH_IP_RANGE',
  summary: 'A value of IpAddress or NotIpAddress is not an IP address or range.',
  why: 'Ranges are written in CIDR form, such as 203.0.113.0/24 or 2001:db8::/32. Anything else never matches.',
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
      "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.*" } }
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
      "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ family }) => family === 'IpAddress' },

  *check({ statement, writer }, { catalog }) {
    for (const clause of clausesOf(statement)) {
      const { family, operator, values } = clause;
      if (family !== 'IpAddress' || !fitsKey(catalog, clause)) continue;
      for (const value of values) {
        const { text } = value;
        if (text.includes('${') || parseIpRange(text)) continue;
        const meant = ipRangeMeant(text);
        yield {
          span: value.span,
          message: `"${text}" is not an IP range, so ${operator.value} cannot compare with it.${meant === undefined ? ' Write it in CIDR form, such as 203.0.113.0/24.' : ` Did you mean ${meant}?`}`,
          fixes: () => useValue(writer, value, meant),
        };
      }
      for (const { span, value } of neverOf(clause, /^[\da-f:./]*$/i)) {
        yield {
          span,
          message: `"${value}" is not an IP range, whatever is put in, so ${operator.value} cannot compare with it.`,
        };
      }
    }
  },
});
