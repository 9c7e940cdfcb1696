// iam:PassRole by name for every role, with no condition that limits it.
import { limitsPassRole, looseLimit, passRoleGrant } from '../../policy/passRole';
import type { ConditionClause, ConditionElement } from '../../policy/types';
import type { Writer } from '../../syntax/node';
import { defineRule, type Fix } from '../rule';

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

  needs: ['allows'],
  speaksOf: { action: ['iam:PassRole'] },

  *check({ statement, writer }) {
    const { condition } = statement;
    const grant = passRoleGrant(statement, 'named', 'every-resource');
    if (!grant || limitsPassRole(condition)) return;
    const loose = looseLimit(condition);
    const operator = loose?.operator.value;
    yield {
      span: grant.resource.span,
      message:
        `${grant.action.text} on ${grant.resource.text} lets every role of the account be passed, administrators' roles included. ` +
        (loose
          ? `${operator} limits the service only where the request names one: use StringEquals.`
          : 'Name the roles, or add a condition on iam:PassedToService.'),
      related: [
        { span: grant.action.span, message: 'The action that is allowed.' },
        ...(loose ? [{ span: loose.operator.span, message: `${operator} also holds without the key.` }] : []),
      ],
      fixes: () => (condition && loose ? strictOperator(condition, loose, writer) : []),
    };
  },
});

/** Where the operator has no other key and `StringEquals` is not there yet: no other condition changes. */
function strictOperator(
  { property }: ConditionElement,
  { operator }: ConditionClause,
  writer: Writer,
): readonly Fix[] {
  const operators = property.value?.kind === 'object' ? property.value.properties : [];
  const loose = operators.find(({ key }) => key === operator);
  const isAlone = loose?.value?.kind === 'object' && loose.value.properties.length === 1;
  const isTaken = operators.some(({ key }) => key.value === 'StringEquals');
  return loose && isAlone && !isTaken
    ? [
        {
          title: 'Change to StringEquals',
          edits: [writer.renameKey(loose, 'StringEquals')],
          access: 'narrower',
        },
      ]
    : [];
}
