// A condition key for tags that does not say which tag.
import { keyProblem } from '../../catalog/keyProblem';
import { clausesOf } from '../../policy/clauses';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-tag-key-in-condition',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_TAG_KEY_IN_CONDITION',
  summary: 'A condition key for tags does not name the tag.',
  why: 'Such a key is completed by the key of a tag: `aws:ResourceTag/team`. Without it, it is no condition key.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:ResourceTag": "red" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => /tags?\/?$/.test(lowerKey) },

  *check({ statement }, { catalog }) {
    for (const { key } of clausesOf(statement)) {
      const problem = keyProblem(catalog, key.value);
      if (problem?.kind !== 'no-tag-key') continue;
      yield {
        span: key.span,
        message: `${key.value} does not say which tag. Put the tag's key behind a slash: ${problem.base}tag-key.`,
      };
    }
  },
});
