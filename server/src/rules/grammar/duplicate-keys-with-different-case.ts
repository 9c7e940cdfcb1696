// A condition key twice under one operator, written in different case. In the same case: duplicate-key.
import { mergeProperties } from '../../policy/merge';
import { repeatedKeys } from '../../policy/objects';
import type { Statement } from '../../policy/types';
import type { ObjectNode } from '../../syntax/node';
import { defineRule } from '../rule';

export default defineRule({
  id: 'duplicate-keys-with-different-case',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  summary: 'A condition key stands twice under one operator, in different case.',
  why: 'The case of a condition key does not matter, so both are the same key. AWS refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d", "aws:sourcevpc": "vpc-4e5f6a7b" }
      }
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
      "Condition": {
        "StringEquals": { "aws:SourceVpc": ["vpc-0a1b2c3d", "vpc-4e5f6a7b"] }
      }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],
  when: ({ statement }) => operatorBlocks(statement).some(({ properties }) => properties.length > 1),

  *check({ statement, writer }) {
    for (const operator of operatorBlocks(statement)) {
      for (const { first, second } of repeatedKeys(operator, (key) => key.toLowerCase())) {
        if (first.key.value === second.key.value) continue;
        yield {
          span: second.key.span,
          message: `"${second.key.value}" is the same condition key as "${first.key.value}": case does not matter. Put their values in one list.`,
          related: [{ span: first.key.span, message: 'The same key is here first.' }],
          fixes: () => {
            const edits = mergeProperties(writer, operator, first, second);
            return edits ? [{ title: `Merge into "${first.key.value}"`, edits, access: 'unknown' }] : [];
          },
        };
      }
    }
  },
});

function operatorBlocks({ condition }: Statement): readonly ObjectNode[] {
  const operators = condition?.property.value;
  if (operators?.kind !== 'object') return [];
  return operators.properties.flatMap(({ value }) => (value?.kind === 'object' ? [value] : []));
}
