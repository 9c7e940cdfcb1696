// An account in the ARN of a resource whose ARNs have none. A warning and no error, since AWS accepts it.
import type { Catalog } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import { isFixed, neverHas, nounOf, resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'arn-account-not-allowed',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'ARN_ACCOUNT_NOT_ALLOWED',
  summary: 'The ARN of a resource has an account, and the ARNs of such resources have none.',
  why:
    'The ARNs of some services, of buckets and of foundation models name no account, and one that does matches none of them. AWS accepts such a ' +
    'policy and does not say for which services IAM Access Analyzer reports it, so this is a warning.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "route53:GetHostedZone", "Resource": "arn:aws:route53::111122223333:hostedzone/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "route53:GetHostedZone", "Resource": "arn:aws:route53:::hostedzone/*" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text, { catalog }) => hasNeedlessAccount(parseArn(text) ?? {}, catalog) },

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service, account } = arn;
      if (!service || !account || !hasNeedlessAccount(arn, catalog)) continue;
      const without = withField(node, account, '');
      yield {
        span: node.spanOf(account.from, account.to),
        message: `ARNs of ${nounOf(service.text)} have no account, so this one matches nothing. Leave the field empty.`,
        fixes: changeTo(writer, node, [without], 'unknown'),
      };
    }
  },
});

function hasNeedlessAccount(arn: Partial<Arn>, catalog: Catalog): boolean {
  return arn.account !== undefined && isFixed(arn.account.text) && neverHas(catalog, arn, 'account');
}
