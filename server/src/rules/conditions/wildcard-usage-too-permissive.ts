// A wildcard in the value of a key that tells accounts, organizations or networks apart, or in the wrong place of aws:userid.
import { isGlob } from '../../base/glob';
import { clausesOf } from '../../policy/clauses';
import { takesWildcards } from '../../policy/operator';
import { isSensitiveKey, userIdLeft, widens } from '../../policy/sensitiveKeys';
import { defineRule } from '../rule';

export default defineRule({
  id: 'wildcard-usage-too-permissive',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  summary: 'A wildcard stands where only exact values keep others out.',
  why:
    'An ID with a wildcard matches the IDs of strangers as well. AWS takes no wildcards in the keys that tell accounts, organizations and networks apart; ' +
    'in aws:userid they may stand behind the colon, or alone before it. AWS asks six characters before a wildcard of some other keys, which it does not list; these are not reported.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringLike": { "aws:PrincipalOrgID": "o-a1b2*" } }
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
      "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => isSensitiveKey(lowerKey) || lowerKey === 'aws:userid' },

  *check({ statement }) {
    for (const clause of clausesOf(statement)) {
      const { compares, key, lowerKey, values } = clause;
      if (!takesWildcards(compares.name) || !widens(statement, clause)) continue;
      const isSensitive = isSensitiveKey(lowerKey);
      if (!isSensitive && lowerKey !== 'aws:userid') continue;
      for (const { text, span } of values) {
        const bare = text.replace(VARIABLE, '');
        if (!isGlob(bare) || (!isSensitive && !hasLooseLeft(bare))) continue;
        yield {
          span,
          message: isSensitive
            ? `${key.value} takes no wildcards: ${text} also matches IDs of strangers. Write the IDs out.`
            : `In ${text} the wildcard also matches IDs of strangers. In aws:userid it may stand behind the colon, or alone before it.`,
        };
      }
    }
  },
});

const VARIABLE = /\$\{[^}]*\}/g;

function hasLooseLeft(text: string): boolean {
  const left = userIdLeft(text);
  return left !== undefined && left !== '*' && isGlob(left);
}
