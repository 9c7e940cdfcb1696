// A Region in a condition that is none of AWS's. Regions in ARNs are another rule's business.
import { isGlob } from '../../base/glob';
import { nearestName } from '../../base/nearest';
import { clausesOf } from '../../policy/clauses';
import { comparesRegions, isRegionCode } from '../../policy/region';
import { itemsOf } from '../../syntax/node';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-region',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_REGION',
  summary: 'A condition compares with a Region that does not exist.',
  why: 'No request comes from or goes to such a Region, so the value never matches. Regions are codes like `eu-west-1`, not names.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:RunInstances",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west1" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:RunInstances",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-1" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: comparesRegions },

  *check({ statement, writer }, { catalog }) {
    for (const clause of clausesOf(statement)) {
      if (!comparesRegions(clause)) continue;
      const anyCase = clause.operator.value.toLowerCase().includes('ignorecase');
      for (const { text, span } of clause.values) {
        const region = anyCase ? text.toLowerCase() : text;
        if (text === '' || isGlob(text) || text.includes('${')) continue;
        const mayBe = isRegionCode(region);
        if (mayBe && catalog.isRegion(region)) continue;
        const meant = nearestName(
          text.trim(),
          catalog.partitions.flatMap(({ regions }) => regions),
        );
        const node = itemsOf(clause.value).find((item) => item.span === span);
        yield {
          span,
          category: mayBe ? 'warning' : 'error',
          message: mayBe
            ? `${text} is not a Region in the AWS data of ${catalog.date}. Check its spelling${meant ? `: ${meant} is near` : ''}.`
            : `${text} is not a Region.${meant ? ` Did you mean ${meant}?` : ' Write the code of one, such as eu-west-1.'}`,
          ...(node?.kind === 'string' ? { fixes: changeTo(writer, node, [meant], 'unknown') } : {}),
        };
      }
    }
  },
});
