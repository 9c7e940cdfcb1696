// A wildcard in a value that is compared letter by letter.
import { isGlob } from '../../base/glob';
import { findConditionKey } from '../../catalog/conditionKeys';
import { accessOfMore } from '../../policy/amount';
import { clausesOf } from '../../policy/clauses';
import { operatorText, takesWildcards } from '../../policy/operator';
import { useOperator } from '../clauseFixes';
import { fitsKey } from '../keyTypes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'wildcard-without-like-operator',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  summary: 'A value has a wildcard, but its operator compares letter by letter.',
  why: '`*` and `?` are wildcards in StringLike, StringNotLike and the ARN operators only. Elsewhere they stand for themselves, so the condition hardly ever matches.',
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
      "Condition": { "StringEquals": { "aws:PrincipalTag/team": "build-*" } }
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
      "Condition": { "StringLike": { "aws:PrincipalTag/team": "build-*" } }
    }
  ]
}`,
    },
  ],

  when: ({ statement }) =>
    clausesOf(statement).some(
      ({ family, values }) => family === 'String' && values.some(({ text }) => isGlob(text)),
    ),

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      const { compares, family, operator, key, values } = clause;
      if (family !== 'String' || takesWildcards(compares.name) || !fitsKey(catalog, clause)) continue;
      const kind = findConditionKey(catalog, key.value)?.type.endsWith('ARN') ? 'Arn' : 'String';
      const like = operatorText({ ...compares, name: compares.negated ? `${kind}NotLike` : `${kind}Like` });
      const isExact = compares.name === 'StringEquals' || compares.name === 'StringNotEquals';
      for (const { text, span } of values) {
        if (!isGlob(text.replace(VARIABLE, ''))) continue;
        yield {
          span,
          message: `${operator.value} takes the wildcard in ${text} for the character itself. Use ${like} if it is to match more.`,
          related: [{ span: operator.span, message: 'Compares letter by letter.' }],
          fixes: () =>
            isExact
              ? useOperator(subject, clause, like, accessOfMore(subject.statement, compares.negated))
              : [],
        };
      }
    }
  },
});

const VARIABLE = /\$\{[^}]*\}/g;
