// An operator of another family than the key is of. Like operators on ARNs: string-like-operator-with-arn-condition-keys.
import { findConditionKey, type KnownKey } from '../../catalog/conditionKeys';
import type { Catalog } from '../../catalog/types';
import { clausesOf, type Phrase, type ReadClause } from '../../policy/clauses';
import { isGlobalVariable } from '../../policy/variables';
import { useOperator } from '../clauseFixes';
import { comparedBy, familiesOf, sameIn, typeWords } from '../keyTypes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'type-mismatch',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'TYPE_MISMATCH',
  summary: 'An operator does not fit the type of its condition key.',
  why:
    'AWS compares text with text, numbers with numbers and so on; with an operator of another family the condition may never match, or match by chance. ' +
    'StringEquals on a key that holds an ARN works and is not reported, and neither is an ARN operator on text whose values are ARNs.',
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
      "Condition": { "StringEquals": { "aws:SecureTransport": "true" } }
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

  speaksOf: { clause: (phrase, { catalog }) => mismatchedKey(phrase, catalog) !== undefined },

  *check(subject, { catalog }) {
    for (const clause of clausesOf(subject.statement)) {
      const known = mismatchedKey(clause, catalog);
      const fitting = known && familiesOf(known);
      if (!known || !fitting || comparesArns(clause) || comparesAddresses(clause, known)) continue;
      const { compares, family, operator, key } = clause;
      const meant = fitting.map((each) => sameIn(each, compares)).find((text) => text !== undefined);
      yield {
        span: key.span,
        message:
          `${key.value} is ${typeWords(known.type)}, and ${operator.value} compares ${comparedBy[family]}. ` +
          `Use ${meant ?? `an operator of the family ${fitting.join(' or ')}`}.`,
        related: [{ span: operator.span, message: `Compares ${comparedBy[family]}.` }],
        fixes: () => useOperator(subject, clause, meant, 'unknown'),
      };
    }
  },
});

/** The key of a clause, where its type is none that the operator compares. */
function mismatchedKey({ family, lowerKey }: Phrase, catalog: Catalog): KnownKey | undefined {
  const known = family === 'Null' ? undefined : findConditionKey(catalog, lowerKey);
  const fitting = known && familiesOf(known);
  return !fitting || fitting.includes(family) ? undefined : known;
}

/** Text may be an ARN: `kms:EncryptionContext:aws:s3:arn`. */
function comparesArns({ family, values }: ReadClause): boolean {
  return family === 'Arn' && values.every(({ text }) => /^(?:arn:|[*$])/.test(text));
}

/**
 * Only text can be compared with a variable: two addresses of one request are.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function comparesAddresses({ family, values }: ReadClause, { type }: KnownKey): boolean {
  return type === 'IPAddress' && family === 'String' && values.every(({ text }) => isGlobalVariable(text));
}
