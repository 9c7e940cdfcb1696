// Reading every object, parameter or secret of an account.
import { ActionIndex } from '../../policy/actionIndex';
import { listOf, onAllResources } from '../onAllResources';
import { defineRule } from '../rule';

const index = new ActionIndex([
  's3:GetObject',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'secretsmanager:GetSecretValue',
]);

export default defineRule({
  id: 'data-exfiltration',
  group: 'privesc',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'An identity policy allows reading every secret, parameter or S3 object.',
  why:
    'Whoever gets hold of the credentials can carry away all of it, and what is stored later too. Secrets are ' +
    'often the keys to other systems. Name the resources that are read.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:reports-*" }
  ]
}`,
    },
  ],

  needs: ['allows', 'no-condition'],
  speaksOf: { action: index.all },

  *check({ statement }, { catalog }) {
    const found = onAllResources(statement, index, catalog);
    if (!found) return;
    yield {
      span: found.span,
      message: `${listOf(found.actions)} on every resource lets all of them be read, also those that come later. Name the resources that are needed.`,
      ...(found.actions.some((action) => action.startsWith('secretsmanager:'))
        ? { category: 'warning' }
        : {}),
    };
  },
});
