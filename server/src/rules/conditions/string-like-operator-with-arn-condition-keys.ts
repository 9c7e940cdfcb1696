// StringLike or StringNotLike on a key that holds an ARN.
import { findConditionKey } from '../../catalog/conditionKeys';
import { accessOfMore } from '../../policy/amount';
import { parseArn } from '../../policy/arn';
import { clausesOf, type Phrase } from '../../policy/clauses';
import { operatorText } from '../../policy/operator';
import type { Statement } from '../../policy/types';
import { useOperator } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'string-like-operator-with-arn-condition-keys',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  accessAnalyzer: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  summary: 'A condition compares an ARN with StringLike or StringNotLike.',
  why:
    'In StringLike a wildcard crosses the colons of an ARN, so that a pattern can match resources of other accounts and services. ' +
    'ArnLike matches each part of the ARN by itself.',
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
      "Condition": { "StringLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build-*" } }
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
      "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/build-*" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: isLike },

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      const { compares, operator, key, values } = clause;
      if (!isLike(clause) || !findConditionKey(catalog, key.value)?.type.endsWith('ARN')) continue;
      if (values.length > 0 && values.every(({ text }) => /^\*+$/.test(text))) continue;
      const better = compares.negated ? 'ArnNotLike' : 'ArnLike';
      const areArns = values.every(({ text }) => parseArn(text));
      yield {
        span: key.span,
        message: `${key.value} is an ARN, and in ${operator.value} a wildcard reaches across its parts. Use ${better}.`,
        related: [{ span: operator.span, message: 'The operator that compares it as text.' }],
        fixes: () =>
          areArns
            ? useOperator(
                subject,
                clause,
                operatorText({ ...compares, name: better }),
                accessOf(subject.statement, compares.negated),
              )
            : [],
      };
    }
  },
});

function isLike({ compares }: Phrase): boolean {
  return compares.name === 'StringLike' || compares.name === 'StringNotLike';
}

/** Fewer ARNs match than texts did. */
function accessOf(statement: Statement, negated: boolean) {
  return accessOfMore(statement, !negated);
}
