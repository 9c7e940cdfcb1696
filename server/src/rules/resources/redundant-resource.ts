// Resources of a list that another resource of the same list covers.
import { redundancyOf } from '../../policy/cover';
import { redundantReports } from '../redundant';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redundant-resource',
  group: 'resources',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'REDUNDANT_RESOURCE',
  summary: 'A list of resources has entries that another entry of the list covers.',
  why: 'The entries change nothing. They make the policy longer, and hide how far the wildcard beside them reaches.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": ["arn:aws:s3:::reports/*", "arn:aws:s3:::reports/2026/*"]
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": ["arn:aws:s3:::reports/*"]
    }
  ]
}`,
    },
  ],

  when: ({ statement }) =>
    statement.resources.some((element) => redundancyOf(element, 'keep-case') !== undefined),

  *check({ statement, writer }) {
    for (const element of statement.resources) {
      const redundancy = redundancyOf(element, 'keep-case');
      if (redundancy) yield* redundantReports(redundancy, writer, 'resources');
    }
  },
});
