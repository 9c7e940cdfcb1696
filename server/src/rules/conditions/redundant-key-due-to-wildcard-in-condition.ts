// A condition that always holds, since one of its values matches any text. Asking whether the key is there: equivalent-to-null-false.
import { anyTextOutcome } from '../../policy/anyText';
import { clausesOf } from '../../policy/clauses';
import { takesWildcards } from '../../policy/operator';
import { dropClause } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'redundant-key-due-to-wildcard-in-condition',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  summary: 'A condition key always matches, since one of its values is `*`.',
  why: 'With IfExists or ForAllValues the condition holds for requests without the key as well, so that it limits nothing.',
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
      "Condition": { "StringLikeIfExists": { "aws:PrincipalTag/team": "*" }, "Bool": { "aws:SecureTransport": "true" } }
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
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ compares }) => takesWildcards(compares.name) },
  when: ({ statement }) => clausesOf(statement).some((clause) => anyTextOutcome(clause) !== undefined),

  *check(subject) {
    for (const clause of clausesOf(subject.statement)) {
      if (anyTextOutcome(clause) !== 'always') continue;
      const { operator, key } = clause;
      yield {
        span: key.span,
        message: `${operator.value} with "*" matches any ${key.value} and also none, so it limits nothing. Remove the key, or name what it is to match.`,
        fixes: () => dropClause(subject, clause, 'same'),
      };
    }
  },
});
