// All actions of a service on all resources. Services whose actions know no resources are left alone: there is nothing
// to name, and little to tell apart.
import { rememberEach } from '../../base/rememberEach';
import type { Catalog, ServiceEntry } from '../../catalog/types';
import { isEveryResource } from '../../policy/resource';
import { type PolicyText, textsOf } from '../../policy/text';
import { isPlainAllow, listOf } from '../onAllResources';
import { defineRule } from '../rule';

export default defineRule({
  id: 'service-wildcard',
  group: 'breadth',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'An identity policy allows all actions of a service on all resources.',
  why:
    'That includes deleting, opening to others, and all that AWS adds to the service later. Security Hub reports such ' +
    'policies as IAM.21. With all of IAM or of AWS Organizations one decides what everybody may do.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "dynamodb:*", "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "dynamodb:*", "Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/reports" }
  ]
}`,
    },
  ],

  needs: ['allows', 'no-condition'],
  speaksOf: { action: (text, { catalog }) => isWholeService(text, catalog) },

  *check({ statement }, { catalog }) {
    if (!isPlainAllow(statement) || !statement.resources.some(isEveryResource)) return;
    const lists = statement.actions.filter(({ negated }) => !negated);
    const whole = lists.flatMap(textsOf).filter(({ value }) => isWholeService(value, catalog));
    const first = whole.find(isMighty) ?? whole[0];
    if (!first) return;
    const others = whole.filter((each) => each !== first);
    yield {
      span: first.span,
      message:
        `${listOf([first, ...others].map(({ value }) => value))} on every resource allows every action of the service, also those that AWS adds later. ` +
        'Write out the actions that are needed, or name the resources.',
      related: others.map(({ span, value }) => ({ span, message: `${value} stands here.` })),
      ...(isMighty(first) ? { category: 'security' } : {}),
    };
  },
});

function isWholeService(pattern: string, catalog: Catalog): boolean {
  if (!pattern.endsWith(':*') && !pattern.endsWith('**')) return false;
  const [, prefix] = /^([\w-]+):\*+$/.exec(pattern) ?? [];
  const service = prefix === undefined ? undefined : catalog.service(prefix);
  return service !== undefined && hasResources(service);
}

/** Whether one of its actions works on resources. */
const hasResources = rememberEach(({ actions }: ServiceEntry) =>
  actions.some(({ resourceTypes }) => resourceTypes.length > 0),
);

/** Services that decide what everybody may do. */
function isMighty({ value }: PolicyText): boolean {
  return /^(?:iam|organizations):/i.test(value);
}
