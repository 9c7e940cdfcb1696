// A service that is limited by aws:Referer, where keys for the source of its call exist.
import { clausesOf } from '../../policy/clauses';
import { hasOnlyServices } from '../../policy/principal';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'recommended-condition-key-for-service-principal',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['resource'],
  accessAnalyzer: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  summary: 'A service may act on a condition on aws:Referer instead of the source of its call.',
  why: 'aws:SourceArn and its like say for which resource or account a service calls, and keep others from using the service to reach yours.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "ses.amazonaws.com" },
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:Referer": "123456789012" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "ses.amazonaws.com" },
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:SourceAccount": "123456789012" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 'aws:referer' },

  *check(subject) {
    if (!hasOnlyServices(subject.statement)) return;
    const clauses = clausesOf(subject.statement);
    if (clauses.some(({ lowerKey }) => SOURCE_KEY.test(lowerKey))) return;
    for (const clause of clauses) {
      const { key, lowerKey, values } = clause;
      if (lowerKey !== 'aws:referer') continue;
      const areAccounts = values.length > 0 && values.every(({ text }) => /^\d{12}$/.test(text));
      yield {
        span: key.span,
        message: `For a service that calls on somebody's behalf, aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths say more than ${key.value}. Use one of them.`,
        fixes: () => (areAccounts ? useKey(subject, clause, 'aws:SourceAccount') : []),
      };
    }
  },
});

const SOURCE_KEY = /^aws:source(?:arn|account|orgid|orgpaths|owner)$/;
