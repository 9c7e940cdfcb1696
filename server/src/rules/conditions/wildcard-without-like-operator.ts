// A wildcard in a value that is compared letter by letter.
import { isGlob } from '../../base/glob';
import type { Span } from '../../base/span';
import { findConditionKey } from '../../catalog/conditionKeys';
import { accessOfMore } from '../../policy/amount';
import { clausesOf, type ReadClause } from '../../policy/clauses';
import { operatorText, takesWildcards } from '../../policy/operator';
import type { TemplateText } from '../../policy/templateText';
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

  speaksOf: { clause: ({ family }) => family === 'String' },
  when: ({ statement }) =>
    clausesOf(statement).some(
      ({ family, values, templates }) =>
        family === 'String' && (templates.length > 0 || values.some(({ text }) => isGlob(text))),
    ),

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      const { compares, family, operator, key } = clause;
      if (family !== 'String' || takesWildcards(compares.name) || !fitsKey(catalog, clause)) continue;
      const kind = findConditionKey(catalog, key.value)?.type.endsWith('ARN') ? 'Arn' : 'String';
      const like = operatorText({ ...compares, name: compares.negated ? `${kind}NotLike` : `${kind}Like` });
      const isExact = compares.name === 'StringEquals' || compares.name === 'StringNotEquals';
      for (const { text, span } of globsIn(clause)) {
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

/** The values with a wildcard, each once; in those known in part one that stands in the text itself. */
function globsIn({
  values,
  templates,
}: ReadClause): readonly { readonly text: string; readonly span: Span }[] {
  const whole = values.filter(({ text }) => isGlob(text.replace(VARIABLE, '')));
  const partly = templates.filter(
    (text, index) =>
      templates.findIndex(({ span }) => span.start === text.span.start) === index && hasWrittenGlob(text),
  );
  return [...whole, ...partly.map(({ value, span }) => ({ text: value, span }))];
}

function hasWrittenGlob({ value, writtenAt }: TemplateText): boolean {
  const known = value.replace(VARIABLE, (variable) => ' '.repeat(variable.length));
  return [...known.matchAll(/[*?]/g)].some(({ index }) => writtenAt(index, index + 1) !== undefined);
}

const VARIABLE = /\$\{[^}]*\}/g;
