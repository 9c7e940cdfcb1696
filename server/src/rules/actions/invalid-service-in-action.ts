// An action whose prefix is no service. Actions of known services are invalid-action's business, wildcards in the
// prefix are wildcard-in-service-name's.
import { isGlob } from '../../base/glob';
import { isStale } from '../../catalog/age';
import { nearestService, suggestAction } from '../../catalog/search';
import type { Catalog } from '../../catalog/types';
import { type ActionText, parseAction } from '../../policy/action';
import { accessOfMore } from '../../policy/amount';
import { hasHole } from '../../policy/text';
import { lackOf, missingActions } from '../missingActions';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

/** Gone from AWS's lists, and still accepted: the former prefix of Amazon WorkDocs. */
const accepted: ReadonlySet<string> = new Set(['zocalo']);

export default defineRule({
  id: 'invalid-service-in-action',
  group: 'actions',
  category: 'error',
  on: 'statement',
  onFragments: true,
  accessAnalyzer: 'INVALID_SERVICE_IN_ACTION',
  summary: 'The prefix of an action is not one of an AWS service.',
  why:
    'Nothing ever matches it: an Allow does not allow what was meant, and a Deny does not deny it. ' +
    'The prefix is often not the name of the SDK client: the actions of `elbv2` begin with `elasticloadbalancing`.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "dyanmodb:PutItem", "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "*" }]
}`,
    },
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "elbv2:Describe*", "Resource": "*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "elasticloadbalancing:Describe*", "Resource": "*" }]
}`,
    },
  ],

  speaksOf: { action: (text, { catalog }) => lackOf(catalog, text) === 'service' },

  *check({ statement, writer }, { catalog, today }) {
    for (const element of statement.actions) {
      for (const node of missingActions(catalog, element, 'service')) {
        const action = parseAction(node.value);
        if (!action || accepted.has(action.service.toLowerCase())) continue;
        const meant = hasHole(node) ? prefixMeant(catalog, action) : actionMeant(catalog, action);
        yield {
          span: node.spanOf(0, action.service.length),
          message: messageOf(catalog, action.service, meant),
          category: isStale(catalog, today) ? 'warning' : 'error',
          fixes: changeTo(writer, node, [meant], accessOfMore(statement, element.negated)),
        };
      }
    }
  },
});

function actionMeant(catalog: Catalog, { service, name }: ActionText): string | undefined {
  const suggestion = isGlob(name) ? undefined : suggestAction(catalog, service, name);
  return suggestion ? suggestion.action : prefixMeant(catalog, { service, name });
}

function prefixMeant(catalog: Catalog, { service, name }: ActionText): string | undefined {
  const prefix = nearestService(catalog, service);
  return prefix && `${prefix}:${name}`;
}

function messageOf(catalog: Catalog, service: string, meant: string | undefined): string {
  if (meant === undefined)
    return `${service} is not the prefix of an AWS service in the AWS data of ${catalog.date}. Check its spelling.`;
  const what = catalog.serviceRename(service)
    ? `${service} is the name of an SDK client, not the prefix of its actions`
    : `${service} is not the prefix of an AWS service`;
  return `${what}. Did you mean ${meant}?`;
}
