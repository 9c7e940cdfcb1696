// iam:PassRole through a wildcard, for all roles that a NotResource does not leave out.
import { passRoleGrant } from '../../policy/passRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pass-role-with-star-in-action-and-not-resource',
  group: 'actions',
  category: 'security',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
  summary: 'A wildcard allows iam:PassRole with NotResource.',
  why:
    'Whoever may pass a role to a service, and may use that service, acts with the permissions of the role. ' +
    'With every role to choose from, that is a way to become administrator.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:*", "NotResource": "arn:aws:iam::123456789012:user/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:Get*", "Resource": "arn:aws:iam::123456789012:role/*" }
  ]
}`,
    },
  ],

  needs: ['allows', 'not-resource'],
  speaksOf: { action: ['iam:PassRole'] },

  *check({ statement }) {
    const grant = passRoleGrant(statement, 'wildcard', 'not-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message:
        `The action ${grant.action.text} includes iam:PassRole, and NotResource every role that is not listed, those made later included. ` +
        'Write out the actions, and name the roles in Resource.',
      related: [{ span: grant.action.span, message: 'The wildcard that includes iam:PassRole.' }],
    };
  },
});
