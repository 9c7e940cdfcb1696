// A Region in the ARN of a resource that does not exist. Which services a Region offers is not asked.
import { nearestName } from '../../base/nearest';
import type { Catalog } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import { isRegionCode } from '../../policy/region';
import { isFixed, resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-arn-region',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_ARN_REGION',
  summary: 'The Region in the ARN of a resource does not exist, or is of another partition.',
  why:
    'An ARN with a Region that does not exist matches nothing. AWS opens new Regions, so a code that might be one is ' +
    'only a warning.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-wset-1:111122223333:orders" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text, { catalog }) => hasOddRegion(parseArn(text) ?? {}, catalog) },

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { partition, region } = arn;
      if (!partition || !region || !hasOddRegion(arn, catalog)) continue;
      const { text, from, to } = region;
      const home = catalog.partitions.find(({ regions }) => regions.includes(text));
      const own = home && catalog.partition(partition.text);
      if (home && own && home.id !== own.id) {
        yield {
          span: node.spanOf(from, to),
          message: `${text} is a Region of ${home.id}, and ARNs of ${own.id} have none of its Regions, so this one matches nothing. Write arn:${home.id}: or another Region.`,
          fixes: changeTo(writer, node, [withField(node, partition, home.id)], 'unknown'),
        };
      }
      // ARNs are compared letter by letter: one in capitals is none.
      if (home) continue;
      const meant = nearestName(
        text.trim(),
        catalog.partitions.flatMap(({ regions }) => regions),
      );
      // Other words than codes stand there too, in ARNs of what is in every Region.
      if (!meant && !isRegionCode(text)) continue;
      yield {
        span: node.spanOf(from, to),
        category: isRegionCode(text) ? 'warning' : 'error',
        message: meant
          ? `${text} is not a Region in the AWS data of ${catalog.date}. Did you mean ${meant}?`
          : `${text} is not a Region in the AWS data of ${catalog.date}. Check its spelling.`,
        fixes: changeTo(writer, node, [meant && withField(node, region, meant)], 'unknown'),
      };
    }
  },
});

/** Whether it is none as written, or one of another partition. */
function hasOddRegion({ partition, region }: Partial<Arn>, catalog: Catalog): boolean {
  if (!region || !isFixed(region.text)) return false;
  const home = catalog.partitions.find(({ regions }) => regions.includes(region.text));
  const own = home && partition && catalog.partition(partition.text);
  return !home || (own !== undefined && own.id !== home.id);
}
