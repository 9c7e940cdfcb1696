// An action that knows no resources, in a statement that names some.
import { namedActions, resourcePatterns } from '../fitting';
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

  when: ({ statement }) => resourcePatterns(statement) !== undefined,

  *check({ statement }, { catalog }) {
    if (!resourcePatterns(statement)) return;
    for (const { node, action, service } of namedActions(statement, catalog)) {
      if (action.resourceTypes.length > 0 || isUnclear(service.prefix)) continue;
      yield {
        span: node.span,
        message: `${node.value} works on no resource in particular, so this statement does nothing with it. Name it in a statement on "*".`,
      };
    }
  },
});

/** The data of CloudWatch Logs leaves out resources that its actions are checked against. */
function isUnclear(prefix: string): boolean {
  return prefix === 'logs';
}
