// A Region in the ARN of a resource whose ARNs have none.
import type { Catalog } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import { isFixed, mixedServices, neverHas, nounOf, resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'arn-region-not-allowed',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'ARN_REGION_NOT_ALLOWED',
  summary: 'The ARN of a resource has a Region, and the ARNs of such resources have none.',
  why:
    'The resources of some services, such as IAM, name no Region in their ARNs, and one with a Region matches none of them. ' +
    'Of buckets, which AWS has beside resources with a Region, this is a warning.',
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
        category: mixedServices.has(service.text) ? 'warning' : 'error',
        message: `ARNs of ${nounOf(service.text)} have no Region, so this one matches nothing. Leave the field empty.`,
        fixes: changeTo(writer, node, [without], 'unknown'),
      };
    }
  },
});

function hasNeedlessRegion(arn: Partial<Arn>, catalog: Catalog): boolean {
  return arn.region !== undefined && isFixed(arn.region.text) && neverHas(catalog, arn, 'region');
}
