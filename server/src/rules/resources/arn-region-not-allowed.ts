// A Region in the ARN of a service whose ARNs have none.
import type { Catalog } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import { arnFormats, isFixed, resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'arn-region-not-allowed',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'ARN_REGION_NOT_ALLOWED',
  summary: 'The ARN of a resource has a Region, and no ARN of its service has one.',
  why:
    'The resources of some services, such as IAM, belong to no Region. Their ARNs leave the field empty, so an ARN with ' +
    'a Region matches none of them.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam:eu-west-1:111122223333:role/deployer" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::111122223333:role/deployer" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text, { catalog }) => hasNeedlessRegion(parseArn(text) ?? {}, catalog) },

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service, region } = arn;
      if (!service || !region || !hasNeedlessRegion(arn, catalog)) continue;
      const without = withField(node, region, '');
      yield {
        span: node.spanOf(region.from, region.to),
        message: `ARNs of ${service.text} have no Region, so this one matches nothing. Leave the field empty.`,
        fixes: changeTo(writer, node, [without], 'unknown'),
      };
    }
  },
});

function hasNeedlessRegion({ service, region }: Partial<Arn>, catalog: Catalog): boolean {
  if (!service || !region || !isFixed(region.text)) return false;
  const formats = arnFormats(catalog, service.text);
  return formats.length > 0 && formats.every((format) => format.region.text === '');
}
