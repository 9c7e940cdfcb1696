// A range whose address has bits that its prefix leaves out.
import { clausesOf } from '../../policy/clauses';
import { maskedRange, parseIpRange } from '../../policy/ipRange';
import { useValue } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'improve-ip-range',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'IMPROVE_IP_RANGE',
  summary: 'An IP range has bits behind its prefix.',
  why: 'AWS leaves them out. They make the range look smaller than it is.',
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
      "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.7/24" } }
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

  *check({ statement, writer }) {
    for (const { family, values } of clausesOf(statement)) {
      if (family !== 'IpAddress') continue;
      for (const value of values) {
        const range = parseIpRange(value.text);
        const masked = range && maskedRange(range);
        if (masked === undefined) continue;
        yield {
          span: value.span,
          message: `${value.text} stands for the whole range ${masked}: the bits behind the prefix do not count. Write ${masked}.`,
          fixes: () => useValue(writer, value, masked, 'same'),
        };
      }
    }
  },
});
