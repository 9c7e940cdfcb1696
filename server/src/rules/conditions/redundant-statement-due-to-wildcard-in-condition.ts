// A condition that never holds, since no text is left that its values do not match.
import { anyTextOutcome } from '../../policy/anyText';
import { clausesOf } from '../../policy/clauses';
import { takesWildcards } from '../../policy/operator';
import { dropClause } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redundant-statement-due-to-wildcard-in-condition',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
  summary: 'A condition never matches, since one of the values that are left out is `*`.',
  why: 'No value of the key is left, and without the key ForAnyValue does not match either: the statement has no effect.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "ForAnyValue:StringNotLike": { "aws:TagKeys": "*" } }
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
      "Condition": { "Null": { "aws:TagKeys": "true" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ compares }) => takesWildcards(compares.name) },
  when: ({ statement }) => clausesOf(statement).some((clause) => anyTextOutcome(clause) !== undefined),

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      if (anyTextOutcome(clause) !== 'never') continue;
      const { operator, key } = clause;
      yield {
        span: key.span,
        message: `${operator.value} with "*" never matches, so the statement has no effect. Remove the key, or name what it is to leave out.`,
        fixes: () => dropClause(subject, clause, 'unknown'),
      };
    }
  },
});
