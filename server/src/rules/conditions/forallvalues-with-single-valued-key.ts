// ForAllValues on a key with one value, in an Allow.
import { findConditionKey } from '../../catalog/conditionKeys';
import { clausesOf, needsKey, type Phrase, type ReadClause } from '../../policy/clauses';
import { operatorText } from '../../policy/operator';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'forallvalues-with-single-valued-key',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  accessAnalyzer: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  summary: 'An Allow compares a key that has one value with ForAllValues.',
  why:
    'ForAllValues is true for a request that does not have the key at all, so the Allow then applies without the limit. ' +
    'Operators that pass such requests anyway (negated ones, IfExists) are not reported, nor is a key that Null demands in the same condition.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
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

  needs: ['allows'],
  speaksOf: { clause: isLoose },

  *check(subject, { catalog }) {
    const clauses = clausesOf(subject.statement);
    for (const clause of clauses) {
      const { compares, operator, key, values, isPartial } = clause;
      if (!isLoose(clause) || isDemanded(clause, clauses)) continue;
      if (findConditionKey(catalog, key.value)?.multivalued !== false) continue;
      if (!isPartial && values.every(({ text }) => text === '*')) continue;
      const single = operatorText({ ...compares, set: undefined });
      yield {
        span: key.span,
        message:
          `${key.value} has one value, and ${operator.value} is also true for requests without it, which are then allowed. ` +
          `Use ${single}.`,
        related: [{ span: operator.span, message: 'True without the key.' }],
        fixes: () => useOperator(subject, clause, single, 'narrower'),
      };
    }
  },
});

function isLoose({ compares, family }: Phrase): boolean {
  return compares.set === 'ForAllValues' && !compares.negated && !compares.ifExists && family !== 'Null';
}

/** Whether `Null` demands that the key is there. */
function isDemanded({ lowerKey }: ReadClause, clauses: readonly ReadClause[]): boolean {
  return clauses.some((each) => each.family === 'Null' && each.lowerKey === lowerKey && needsKey(each));
}
