// A character that IAM does not take in a policy: a typographic quote, a dash, an emoji.
import { findOutside, plainFor } from '../../policy/charset';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'charset',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  appliesTo: ['identity', 'trust', 'boundary', 'session'],
  summary: 'A policy has a character that IAM does not take.',
  why:
    'A policy may hold the characters of Latin-1 and line breaks, and IAM refuses all others. They come from word ' +
    'processors and web pages: typographic quotes, long dashes, invisible spaces.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports–2026/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports-2026/*" }
  ]
}`,
    },
  ],

  needs: ['irregular'],

  *check({ statement, writer }) {
    for (const { node, isKey, from, to } of findOutside(statement.node)) {
      const text = node.value.slice(from, to);
      const plain = plainFor(text);
      yield {
        span: node.spanOf(from, to),
        message: `IAM does not take ${nameOf(text)} in a policy.${plain === undefined ? ' Remove it.' : ` Write ${plain === '' ? 'nothing' : plain} instead.`}`,
        fixes:
          isKey || plain === undefined
            ? () => []
            : changeTo(
                writer,
                node,
                [`${node.value.slice(0, from)}${plain}${node.value.slice(to)}`],
                'unknown',
              ),
      };
    }
  },
});

/** `– (U+2013)`; what cannot be seen goes by its number alone. */
function nameOf(text: string): string {
  const number = `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^[\p{L}\p{P}\p{S}]/u.test(text) ? `${text} (${number})` : number;
}
