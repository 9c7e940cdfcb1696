// An ARN without Region of a service whose ARNs all have one.
import type { Catalog } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import { arnFormats, resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-arn-region',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_ARN_REGION',
  summary: 'The ARN of a resource has no Region, and every ARN of its service has one.',
  why: 'An empty Region is no wildcard, so the ARN matches none of the resources of the service.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs::111122223333:log-group:/aws/lambda/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:*:111122223333:log-group:/aws/lambda/*" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text, { catalog }) => lacksRegion(parseArn(text) ?? {}, catalog) },

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service, region } = arn;
      if (!service || !region || !lacksRegion(arn, catalog)) continue;
      yield {
        span: node.spanOf(0, region.to + 1),
        message: `Every ARN of ${service.text} has a Region, so this one matches nothing. Name the Region, or write * for all.`,
        fixes: changeTo(writer, node, [withField(node, region, '*')], 'unknown'),
      };
    }
  },
});

function lacksRegion({ service, region }: Partial<Arn>, catalog: Catalog): boolean {
  if (!service || region?.text !== '') return false;
  const formats = arnFormats(catalog, service.text);
  return formats.length > 0 && formats.every((format) => format.region.text !== '');
}
