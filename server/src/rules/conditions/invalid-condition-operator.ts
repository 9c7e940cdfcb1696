// An operator that AWS does not have. What its values are is other rules' business.
import { isDynamicKey } from '../../policy/lower';
import { parseOperator } from '../../policy/operator';
import { operatorMeant } from '../../policy/operatorMeant';
import { defineRule } from '../rule';

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

  *check({ statement, writer }) {
    const condition = statement.condition?.property.value;
    if (condition?.kind !== 'object') return;
    for (const operator of condition.properties) {
      const { key, value, computed } = operator;
      if (!value || computed || isDynamicKey(key.value) || parseOperator(key.value)) continue;
      const meant = operatorMeant(key.value);
      const isTaken = condition.properties.some((each) => each.key.value === meant);
      yield {
        span: key.span,
        message: messageOf(key.value, meant),
        fixes: () =>
          meant === undefined || isTaken
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
  if (meant !== undefined) return `${text} is not a condition operator. Did you mean ${meant}?`;
  return isKey(text)
    ? `${text} stands where an operator belongs. Put the key in an operator's block: "StringEquals": { "${text}": … }.`
    : `${text} is not a condition operator. Use one such as StringEquals, ArnLike or Bool.`;
}

function isKey(text: string): boolean {
  return /^[^\s:]+:\S+$/.test(text) && !/^For/i.test(text);
}
