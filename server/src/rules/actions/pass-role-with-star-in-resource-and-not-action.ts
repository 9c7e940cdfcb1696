// iam:PassRole through a NotAction, for every role, with no condition that limits it.
import { limitsPassRole, passRoleGrant } from '../../policy/passRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pass-role-with-star-in-resource-and-not-action',
  group: 'actions',
  category: 'security',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
  summary: 'A NotAction that does not leave out iam:PassRole allows it for every role.',
  why:
    'Whoever may pass a role to a service, and may use that service, acts with the permissions of the role. ' +
    'With every role to choose from, that is a way to become administrator.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "NotAction": "organizations:*", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "NotAction": ["organizations:*", "iam:*"], "Resource": "*" }
  ]
}`,
    },
  ],

  needs: ['allows', 'not-action'],

  *check({ statement }) {
    const grant = passRoleGrant(statement, 'not-action', 'every-resource');
    if (!grant || limitsPassRole(statement.condition)) return;
    yield {
      span: grant.resource.span,
      message:
        `This NotAction does not leave out iam:PassRole, and the resource ${grant.resource.text} includes every role, administrators' roles too. ` +
        'Leave out iam:PassRole, name the roles, or add a condition on iam:PassedToService.',
      related: [{ span: grant.action.span, message: 'All actions but those listed here are allowed.' }],
    };
  },
});
