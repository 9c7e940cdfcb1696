// An action that knows no resources, in a statement that names some.
import { atFirst, type NamedAction, namedActions, resourcePatterns } from '../fitting';
import { defineRule } from '../rule';

export default defineRule({
  id: 'action-no-resource-level',
  group: 'resources',
  category: 'suggestion',
  on: 'statement',
  summary: 'An action that knows no resources stands in a statement that names some.',
  why:
    'Some actions, most often those that list or create, work on no resource in particular. They are only allowed or ' +
    'denied by a statement whose Resource is "*".',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:ListAllMyBuckets", "s3:GetObject"],
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*" },
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  needs: ['named-resources'],
  when: ({ statement }, { catalog }) =>
    resourcePatterns(statement) !== undefined && namedActions(statement, catalog).some(knowsNoResources),

  *check({ statement }, { catalog }) {
    const found = namedActions(statement, catalog).filter(knowsNoResources);
    yield* atFirst(
      found,
      (names, isOne) =>
        `${names} ${isOne ? 'works' : 'work'} on no resource in particular, so this statement does nothing with ` +
        `${isOne ? 'it. Name it' : 'them. Name them'} in a statement on "*".`,
    );
  },
});

/** The data of CloudWatch Logs leaves out resources that its actions are checked against. */
function knowsNoResources({ knowsResources, service }: NamedAction): boolean {
  return !knowsResources && service.prefix !== 'logs';
}
