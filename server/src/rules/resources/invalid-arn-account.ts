// The account of a resource's ARN is no account ID. Whether the service has accounts in its ARNs is not asked.
import { isGlob } from '../../base/glob';
import { type ArnField, parseArn } from '../../policy/arn';
import { resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

/** What stands in the account field of resources that AWS or a third party owns. */
const owners: ReadonlySet<string> = new Set([
  'aws',
  'aws-managed',
  'aws-marketplace',
  'amazon',
  'cloudfront',
  'offering',
  'third-party',
]);

export default defineRule({
  id: 'invalid-arn-account',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_ARN_ACCOUNT',
  summary: 'The account in the ARN of a resource is not an account ID.',
  why: 'Account IDs have 12 digits, leading zeros included. No resource has another ARN, so nothing ever matches.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:1234-5678-9012:orders" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text) => !isAccount(parseArn(text)?.account) },

  *check({ statement, writer }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { account } = arn;
      if (!account || isAccount(account)) continue;
      const { text, from, to } = account;
      const digits = text.replace(/[\s-]/g, '');
      const meant = /^\d{12}$/.test(digits) ? digits : undefined;
      yield {
        span: node.spanOf(from, to),
        // A word may be the name of an owner that is not in our list.
        category: /^[a-z][a-z-]*$/.test(text) ? 'warning' : 'error',
        message: `${text} is not an account ID${lengthOf(digits)}. Write its 12 digits without hyphens, or *.`,
        fixes: changeTo(writer, node, [meant && withField(node, account, meant)], 'unknown'),
      };
    }
  },
});

/** A field that is not certain may come to be one. */
function isAccount(field: ArnField | undefined): boolean {
  const { text } = field ?? { text: '' };
  return text === '' || /^\d{12}$/.test(text) || isGlob(text) || text.includes('${') || owners.has(text);
}

function lengthOf(digits: string): string {
  return /^\d+$/.test(digits) && digits.length !== 12 ? `: it has ${digits.length} digits` : '';
}
