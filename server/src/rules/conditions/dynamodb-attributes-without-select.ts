// A limit on the attributes of a DynamoDB table that a read without a projection passes.
import { globMatches } from '../../base/glob';
import { clausesOf } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'dynamodb-attributes-without-select',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  accessAnalyzer: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
  summary: 'dynamodb:Attributes is limited without dynamodb:Select.',
  why: 'A read that names no attributes returns all of them. Only with dynamodb:Select at SPECIFIC_ATTRIBUTES must it name them.',
  source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "dynamodb:Query",
      "Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/users",
      "Condition": { "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "name"] } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "dynamodb:Query",
      "Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/users",
      "Condition": { "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "name"] }, "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey === 'dynamodb:attributes' },

  *check({ statement }) {
    if (
      !statement.allows ||
      !statement.condition ||
      hasUnknownClauses(statement.condition) ||
      !mayRead(statement)
    )
      return;
    const clauses = clausesOf(statement);
    if (clauses.some(({ lowerKey }) => lowerKey === 'dynamodb:select')) return;
    for (const { key, lowerKey } of clauses) {
      if (lowerKey !== 'dynamodb:attributes') continue;
      yield {
        span: key.span,
        message: `A read that names no attributes passes ${key.value} and returns all of them. Add "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }.`,
      };
    }
  },
});

const reads = ['BatchGetItem', 'GetItem', 'Query', 'Scan'].map((name) => `dynamodb:${name}`);

/** Whether a read is allowed; of NotAction nobody knows. */
function mayRead({ actions }: Statement): boolean {
  return actions.some(
    ({ negated, patterns }) =>
      !negated && patterns.some(({ value }) => reads.some((read) => globMatches(value, read, true))),
  );
}
