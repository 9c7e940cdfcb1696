// An ARN without account of a resource that always has one. A warning and no error, since AWS accepts it.
import { type Arn, parseArn } from '../../policy/arn';
import { resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-arn-account',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'MISSING_ARN_ACCOUNT',
  summary: 'The ARN of a resource has no account, and every resource of its service has one.',
  why:
    'An empty account is no wildcard, so the ARN matches nothing. For most services there are resources of AWS itself, ' +
    'whose ARNs have no account, so this looks only at those of which none are known. AWS accepts the policy, so ' +
    'it is a warning.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1::orders" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:*:orders" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text) => lacksAccount(parseArn(text) ?? {}) },

  *check({ statement, writer }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service, account } = arn;
      if (!service || !account || !lacksAccount(arn)) continue;
      yield {
        span: node.spanOf(0, account.to + 1),
        message: `Every ARN of ${service.text} has an account, so this one matches nothing. Name the account, or write * for any.`,
        fixes: changeTo(writer, node, [withField(node, account, '*')], 'unknown'),
      };
    }
  },
});

/** Where the Region is missing too, that is said by another rule; in IAM there is none. */
function lacksAccount({ service, region, account }: Partial<Arn>): boolean {
  if (account?.text !== '' || !withAccount.has(service?.text ?? '')) return false;
  return region?.text !== '' || service?.text === 'iam';
}

/** Services all of whose resources belong to an account; what is AWS's own in IAM has `aws` in its place. */
const withAccount: ReadonlySet<string> = new Set([
  'codecommit',
  'codepipeline',
  'dynamodb',
  'eks',
  'firehose',
  'iam',
  'kinesis',
  'logs',
  'secretsmanager',
  'sqs',
  'states',
]);
