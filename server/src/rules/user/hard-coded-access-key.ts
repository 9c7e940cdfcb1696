// An access key that is written out in a text with policies. The keys of the documentation are none.
import { defineRule } from '../rule';

export default defineRule({
  id: 'hard-coded-access-key',
  group: 'user',
  category: 'security',
  on: 'document',
  summary: 'An access key is written out.',
  why:
    'Whoever can read the text knows the key, and most likely its secret stands near. Take the key away in IAM, and let the workload assume a role. ' +
    'Keys that say EXAMPLE, as in the documentation, are not reported.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Id": "made for ${'AKIA'}Q3ZT5W7K2MXN4VBD",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Id": "made for AKIAIOSFODNN7EXAMPLE",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  when: ({ document: { text } }) => text.includes('AKIA') || text.includes('ASIA'),

  *check({ document: { text } }) {
    for (const { 0: key, index } of text.matchAll(
      /(?<![A-Za-z0-9+/])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9+/=])/g,
    )) {
      if (!looksRandom(key.slice(4))) continue;
      yield {
        span: { start: index, end: index + key.length },
        message:
          'This is an access key, and everyone who can read the text knows it. Delete it in IAM, and let the workload assume a role.',
      };
    }
  },
});

/** Not a word, not a row of the same letters. */
function looksRandom(rest: string): boolean {
  return !rest.includes('EXAMPLE') && /[2-7]/.test(rest) && new Set(rest).size >= 8;
}
