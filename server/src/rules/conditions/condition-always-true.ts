// Network ranges that hold every address. Patterns that match any text are another rule's.
import { clausesOf } from '../../policy/clauses';
import { parseOperator } from '../../policy/operator';
import { defineRule } from '../rule';

export default defineRule({
  id: 'condition-always-true',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  summary: 'A condition on an IP address holds for every address.',
  why:
    'The range 0.0.0.0/0 holds every IPv4 address and ::/0 every IPv6 address, so the clause limits nothing, however it ' +
    'looks. Only calls that AWS services make without an address are left out.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }
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

  *check({ statement }) {
    for (const clause of clausesOf(statement)) {
      if (parseOperator(clause.operator.value)?.name !== 'IpAddress') continue;
      for (const { text, span } of clause.values) {
        if (!/^(?:0\.0\.0\.0|::)\/0$/.test(text.trim())) continue;
        const what = text.includes(':') ? 'IPv6' : 'IPv4';
        yield {
          span,
          message: `${text} holds every ${what} address, so this limits nothing. Name the ranges that may call, or remove the clause.`,
        };
      }
    }
  },
});
