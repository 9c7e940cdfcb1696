// All actions on all resources. Permissions boundaries and control policies with them give nothing by themselves.

import { adminGrant, isEveryAction } from '../../policy/admin';
import { defineRule } from '../rule';

export default defineRule({
  id: 'admin-access',
  group: 'breadth',
  category: 'security',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'An identity policy allows all actions on all resources.',
  why:
    'Whoever has it is administrator of the account, and so is everyone who gets hold of the credentials. ' +
    'Security Hub reports such policies as IAM.1.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "cloudwatch:*", "Resource": "*" }]
}`,
    },
  ],

  needs: ['allows', 'no-condition'],
  speaksOf: { action: isEveryAction },

  *check({ statement }) {
    const grant = adminGrant(statement);
    if (!grant) return;
    yield {
      span: grant.action.span,
      message:
        'This allows every action on every resource, and so makes an administrator. ' +
        'Write out the services and actions that are needed.',
      related: [{ span: grant.resource.span, message: 'All resources.' }],
    };
  },
});
