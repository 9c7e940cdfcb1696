// A statement with neither Action nor NotAction.
import { headOf, statementLacks } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-action',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_ACTION',
  summary: 'A statement does not say which actions it speaks of.',
  why:
    'Each statement needs an Action or a NotAction; AWS refuses the policy without. ' +
    'AWS KMS stores such a key policy all the same, but the statement has no effect.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  needs: ['odd'],
  when: ({ statement }) => statement.actions.length === 0,

  *check({ statement, resourceType }) {
    if (!statementLacks(statement, ['Action', 'NotAction'])) return;
    const isKey = resourceType === 'AWS::KMS::Key';
    yield {
      span: headOf(statement.node),
      restsOn: statement.node.span,
      category: isKey ? 'warning' : 'error',
      message: isKey
        ? 'This statement names no actions, so AWS KMS ignores it. Add an Action.'
        : 'This statement names no actions. Add an Action, or a NotAction for all but some.',
    };
  },
});
