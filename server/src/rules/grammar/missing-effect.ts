// A statement without an Effect. An Effect of another value is invalid-effect's business.
import { headOf, statementLacks } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-effect',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_EFFECT',
  summary: 'A statement does not say whether it allows or denies.',
  why: 'Each statement needs an Effect, since there is no default. AWS refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  needs: ['odd'],
  when: ({ statement }) => statement.effect === undefined,

  *check({ statement, writer }) {
    const { node, sid } = statement;
    const isEmpty = node.properties.length === 0;
    if (!isEmpty && !statementLacks(statement, ['Effect'])) return;
    yield {
      span: headOf(node),
      restsOn: node.span,
      message: isEmpty
        ? 'This statement is empty. Say in it what it allows or denies, or remove it.'
        : 'This statement has no Effect, so it neither allows nor denies. Add "Effect": "Allow" or "Deny".',
      fixes: () =>
        ['Allow', 'Deny'].map((effect) => ({
          title: `Add "Effect": "${effect}"`,
          edits: [writer.insertProperty(node, 'Effect', effect, sid?.property)],
          access: 'unknown',
        })),
    };
  },
});
