// A comment that switches off a rule which has nothing to say there. Found in rules/suppress.ts.
import { defineRule } from '../rule';

export default defineRule({
  id: 'unused-suppression',
  group: 'suppressions',
  category: 'warning',
  on: 'suppression',
  summary: 'A comment switches off a rule that reports nothing there.',
  why:
    'The policy was mended or the rule’s name is misspelt. A suppression that is left behind would hide ' +
    'the next mistake at that place.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  examples: [
    {
      language: 'jsonc',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    // leastwise-disable-next-line invalid-effect -- was wrong once
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],
});
