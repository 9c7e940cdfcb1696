// iam:PassRole through a NotAction, for all roles that a NotResource does not leave out.
import { passRoleGrant } from '../../policy/passRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pass-role-with-not-action-and-not-resource',
  group: 'actions',
  category: 'security',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  summary: 'NotAction with NotResource allows iam:PassRole.',
  why:
    'Whoever may pass a role to a service, and may use that service, acts with the permissions of the role. ' +
    'With every role to choose from, that is a way to become administrator.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "NotAction": "organizations:*", "NotResource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "NotAction": ["organizations:*", "iam:*"], "NotResource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  needs: ['allows', 'not-action', 'not-resource'],

  *check({ statement }) {
    const grant = passRoleGrant(statement, 'not-action', 'not-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message:
        'NotAction and NotResource together allow iam:PassRole for every role that is not listed, those made later included. ' +
        'Leave out iam:PassRole, or name actions and resources.',
      related: [{ span: grant.action.span, message: 'All actions but those listed here are allowed.' }],
    };
  },
});
