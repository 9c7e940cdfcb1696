// A Region in the ARN of a service whose ARNs have none.
import { globsMeet } from '../../base/glob';
import type { Arn } from '../../policy/arn';
import { namesResources } from '../../policy/resource';
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

  when: ({ statement }) => namesResources(statement),

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service, region, resource } = arn;
      if (!service || !region || !isFixed(region.text)) continue;
      const isBucket = service.text === 's3' && resource !== undefined;
      const formats = arnFormats(catalog, service.text).filter(
        (format) => !isBucket || mayBeOfFormat(resource.text, format),
      );
      if (formats.length === 0 || formats.some((format) => format.region.text !== '')) continue;
      const without = withField(node, region, '');
      yield {
        span: node.spanOf(region.from, region.to),
        message: `ARNs of ${isBucket ? 'buckets and objects' : service.text} have no Region, so this one matches nothing. Leave the field empty.`,
        fixes: changeTo(writer, node, [without], 'unknown'),
        ...(isBucket ? { category: 'warning' as const } : {}),
      };
    }
  },
});

/** Of what Amazon S3 has, access points and the like have a Region, and are told by the word that they begin with. */
function mayBeOfFormat(resource: string, { resource: { text } }: Arn): boolean {
  const any = /\$\{[^}]*\}/g;
  return globsMeet(text.replace(any, '*'), resource.replace(any, '*'));
}
