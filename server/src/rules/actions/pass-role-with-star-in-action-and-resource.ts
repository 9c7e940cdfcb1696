// iam:PassRole through a wildcard, for every role, with no condition that limits it.
import { limitsPassRole, passRoleGrant } from '../../policy/passRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pass-role-with-star-in-action-and-resource',
  group: 'actions',
  category: 'security',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
  summary: 'A wildcard allows iam:PassRole for every role.',
  why:
    'Whoever may pass a role to a service, and may use that service, acts with the permissions of the role. ' +
    'With every role to choose from, that is a way to become administrator.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:*", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:Get*", "Resource": "*" }
  ]
}`,
    },
  ],

  needs: ['allows'],
  speaksOf: { action: ['iam:PassRole'] },

  *check({ statement }) {
    const grant = passRoleGrant(statement, 'wildcard', 'every-resource');
    if (!grant || limitsPassRole(statement.condition)) return;
    yield {
      span: grant.resource.span,
      message:
        `The action ${grant.action.text} includes iam:PassRole, and the resource ${grant.resource.text} every role, administrators' roles included. ` +
        'Write out the actions, name the roles, or add a condition on iam:PassedToService.',
      related: [{ span: grant.action.span, message: 'The wildcard that includes iam:PassRole.' }],
    };
  },
});
