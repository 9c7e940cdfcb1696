// iam:PassRole by name, for all roles that a NotResource does not leave out.
import { passRoleGrant } from '../../policy/passRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pass-role-with-not-resource',
  group: 'actions',
  category: 'security',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'PASS_ROLE_WITH_NOT_RESOURCE',
  summary: 'iam:PassRole is allowed with NotResource.',
  why:
    'Whoever may pass a role to a service, and may use that service, acts with the permissions of the role. ' +
    'With every role to choose from, that is a way to become administrator.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::123456789012:role/admin" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/worker" }
  ]
}`,
    },
  ],

  needs: ['allows', 'not-resource'],
  speaksOf: { action: ['iam:PassRole'] },

  *check({ statement }) {
    const grant = passRoleGrant(statement, 'named', 'not-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message:
        `${grant.action.text} with NotResource lets every role be passed that is not listed, those made later included. ` +
        'Name the roles in Resource instead.',
      related: [{ span: grant.action.span, message: 'The action that is allowed.' }],
    };
  },
});
