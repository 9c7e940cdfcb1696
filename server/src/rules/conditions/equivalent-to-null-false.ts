// A pattern that matches any text, which asks only whether the key is there. Always or never true: other rules.
import { anyTextOutcome } from '../../policy/anyText';
import { clausesOf } from '../../policy/clauses';
import { takesWildcards } from '../../policy/operator';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'equivalent-to-null-false',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'EQUIVALENT_TO_NULL_FALSE',
  summary: 'A condition with `*` as its only value asks only whether the key is there.',
  why: 'The operator Null says the same in words that everyone understands, and works for keys of all types.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringLike": { "aws:PrincipalTag/team": "*" } }
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
      "Condition": { "Null": { "aws:PrincipalTag/team": "false" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ compares }) => takesWildcards(compares.name) },
  when: ({ statement }) => clausesOf(statement).some((clause) => anyTextOutcome(clause) !== undefined),

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      if (clause.values.length !== 1 || anyTextOutcome(clause) !== 'present') continue;
      // That any external ID will do is no matter of form, and weak-external-id says so.
      if (clause.lowerKey === 'sts:externalid') continue;
      const { operator, key } = clause;
      yield {
        span: key.span,
        message: `${operator.value} with "*" only asks whether ${key.value} is there. Write "Null": { "${key.value}": "false" }.`,
        fixes: () => useOperator(subject, clause, 'Null', 'same', 'false'),
      };
    }
  },
});
