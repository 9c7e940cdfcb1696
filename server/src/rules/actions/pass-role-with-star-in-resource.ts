// iam:PassRole by name for every role, with no condition that limits it.
import { limitsPassRole, passRoleGrant } from '../../policy/passRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pass-role-with-star-in-resource',
  group: 'actions',
  category: 'security',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
  summary: 'iam:PassRole is allowed for every role.',
  why:
    'Whoever may pass a role to a service, and may use that service, acts with the permissions of the role. ' +
    'With every role to choose from, that is a way to become administrator.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
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

  *check({ statement }) {
    const grant = passRoleGrant(statement, 'named', 'every-role');
    if (!grant || limitsPassRole(statement.condition)) return;
    yield {
      span: grant.resource.span,
      message:
        `${grant.action.text} on ${grant.resource.text} lets every role of the account be passed to any service, administrators' roles included. ` +
        'Name the roles, or add a condition on iam:PassedToService.',
      related: [{ span: grant.action.span, message: 'The action that is allowed.' }],
    };
  },
});
