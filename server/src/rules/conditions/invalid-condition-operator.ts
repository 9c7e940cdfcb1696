// An operator that AWS does not have. What its values are is other rules' business.
import { isGlob } from '../../base/glob';
import { findConditionKey } from '../../catalog/conditionKeys';
import type { Catalog } from '../../catalog/types';
import { isDynamicKey } from '../../policy/lower';
import { parseOperator } from '../../policy/operator';
import { operatorMeant } from '../../policy/operatorMeant';
import { isConditionKey } from '../../policy/shape';
import { itemsOf, type Node, type PropertyNode, type Writer } from '../../syntax/node';
import { familiesOf } from '../keyTypes';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'invalid-condition-operator',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_CONDITION_OPERATOR',
  summary: 'A condition uses an operator that does not exist.',
  why: 'AWS refuses the policy. The operators are a closed list; a set such as `ForAnyValue:` may stand before one, and `IfExists` behind it.',
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
      "Condition": { "StringEqual": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
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

  needs: ['condition'],
  when: ({ statement }) => {
    const condition = statement.condition?.property.value;
    return condition?.kind === 'object' && condition.properties.some(({ key }) => !parseOperator(key.value));
  },

  *check({ statement, writer }, { catalog }) {
    const condition = statement.condition?.property.value;
    if (condition?.kind !== 'object') return;
    for (const operator of condition.properties) {
      const { key, value, computed } = operator;
      if (!value || computed || isDynamicKey(key.value) || parseOperator(key.value)) continue;
      const meant = operatorMeant(key.value);
      const isFree = (name: string) => condition.properties.every((each) => each.key.value !== name);
      if (meant === undefined && isConditionKey(key.value)) {
        const around = operatorFor(catalog, key.value, value);
        yield {
          span: key.span,
          message: `${key.value} stands where an operator belongs. Put the key in an operator's block: "${around}": { "${key.value}": … }.`,
          fixes: () => (isFree(around) ? putInto(writer, operator, value, around) : []),
        };
        continue;
      }
      yield {
        span: key.span,
        message: messageOf(key.value, meant),
        fixes: () =>
          meant === undefined || !isFree(meant)
            ? []
            : [
                {
                  title: `Change to ${meant}`,
                  edits: [writer.renameKey(operator, meant)],
                  access: 'unknown',
                },
              ],
      };
    }
  },
});

function messageOf(text: string, meant: string | undefined): string {
  return meant === undefined
    ? `${text} is not a condition operator. Use one such as StringEquals, ArnLike or Bool.`
    : `${text} is not a condition operator. Did you mean ${meant}?`;
}

/** The operator that compares a key with such a value. */
function operatorFor(catalog: Catalog, key: string, value: Node): string {
  const known = findConditionKey(catalog, key);
  const [family] = (known && familiesOf(known)) ?? ['String' as const];
  const isPattern = itemsOf(value).some((item) => item.kind === 'string' && isGlob(item.value));
  const name =
    family === 'Bool' || family === 'IpAddress' ? family : `${family}${isPattern ? 'Like' : 'Equals'}`;
  return known?.multivalued ? `ForAnyValue:${name}` : name;
}

function putInto(writer: Writer, property: PropertyNode, value: Node, operator: string): readonly Fix[] {
  const plain = writer.plain(value);
  if (plain === undefined || value.kind === 'object') return [];
  const edits = [
    writer.renameKey(property, operator),
    writer.replaceValue(value, { [property.key.value]: plain }),
  ];
  return [{ title: `Put it into ${operator}`, edits, access: 'unknown' }];
}
