// The partition of a resource's ARN is none of AWS's. Which service is in which partition is not asked.
import { nearestName } from '../../base/nearest';
import { isStale } from '../../catalog/age';
import type { Catalog } from '../../catalog/types';
import { type ArnField, isPattern, knownArnFields, parseArn } from '../../policy/arn';
import { resourceTexts, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-partition',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_PARTITION',
  summary: 'The partition in the ARN of a resource does not exist.',
  why: 'No resource has such an ARN, so nothing ever matches. Partitions are `aws`, `aws-cn`, `aws-us-gov` and a few more.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-gov:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-us-gov:s3:::reports/*" }]
}`,
    },
  ],

  speaksOf: { resource: (text, { catalog }) => isUnknown(parseArn(text)?.partition, catalog) },

  *check({ statement, writer }, { catalog, today }) {
    for (const node of resourceTexts(statement)) {
      const { partition } = knownArnFields(node);
      if (!partition || !isUnknown(partition, catalog)) continue;
      const { text, from, to } = partition;
      const meant = text === '' ? 'aws' : partitionMeant(text, catalog);
      const what = text === '' ? 'The partition of this ARN is empty' : `${text} is not a partition of AWS`;
      yield {
        span: text === '' ? node.span : node.spanOf(from, to),
        message: meant
          ? `${what}, so nothing matches. Did you mean ${meant}?`
          : `${what} in the data of ${catalog.date}. Use aws, aws-cn, aws-us-gov or another that exists.`,
        category: text.startsWith('aws-') && isStale(catalog, today) ? 'warning' : 'error',
        fixes: changeTo(writer, node, [meant && withField(node, partition, meant)], 'unknown'),
      };
    }
  },
});

/** Whether a partition is certain, and none that the data has. */
function isUnknown(partition: ArnField | undefined, { partitions }: Catalog): boolean {
  if (!partition || isPattern(partition.text)) return false;
  return !partitions.some(({ id }) => id === partition.text);
}

/** `AWS` and `aws-us` → `aws`, `aws-gov` → `aws-us-gov`, `aws-china` → `aws-cn`. */
function partitionMeant(text: string, { partitions }: Catalog): string | undefined {
  const lower = text.trim().toLowerCase();
  if (lower.includes('gov')) return 'aws-us-gov';
  if (/^aws-(?:us|global|public|commercial)$/.test(lower)) return 'aws';
  return lower.includes('china')
    ? 'aws-cn'
    : nearestName(
        lower,
        partitions.map(({ id }) => id),
      );
}
