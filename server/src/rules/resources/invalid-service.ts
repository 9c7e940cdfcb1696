// A service in the ARN of a resource that AWS does not have.
import { nearestName } from '../../base/nearest';
import { isStale } from '../../catalog/age';
import type { Catalog } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import { isFixed, resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-service',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_SERVICE',
  summary: 'The service in the ARN of a resource does not exist.',
  why:
    'An ARN of a service that does not exist matches nothing. AWS adds services; where the bundled data is old this is ' +
    'a warning.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamdb:eu-west-1:111122223333:table/orders" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text, { catalog }) => hasUnknownService(parseArn(text) ?? {}, catalog) },

  *check({ statement, writer }, { catalog, today }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service } = arn;
      if (!service || !hasUnknownService(arn, catalog)) continue;
      const { text, from, to } = service;
      const meant =
        catalog.serviceRename(text) ??
        nearestName(
          text.toLowerCase(),
          catalog.services.map(({ prefix }) => prefix),
        );
      yield {
        span: node.spanOf(from, to),
        category: isStale(catalog, today) ? 'warning' : 'error',
        message: meant
          ? `${text} is not a service of AWS. Did you mean ${meant}?`
          : `${text} is not a service in the AWS data of ${catalog.date}. Check its spelling.`,
        fixes: changeTo(writer, node, [meant && withField(node, service, meant)], 'unknown'),
      };
    }
  },
});

function hasUnknownService({ service }: Partial<Arn>, catalog: Catalog): boolean {
  const text = service?.text ?? '';
  return isFixed(text) && !onlyInArns.has(text) && !catalog.service(text);
}

/** Words that stand for a service in ARNs and in no action. */
const onlyInArns: ReadonlySet<string> = new Set([
  // AWS Service Catalog, Amazon Elastic Inference, Amazon Route 53 Application Recovery Controller
  'catalog',
  'elastic-inference',
  'route53-recovery-control',
]);
