// An action that knows no resources, in a statement that names some.

import { globMatches, globsMeet } from '../../base/glob';
import { rememberEach } from '../../base/rememberEach';
import type { ActionEntry, Catalog, ServiceEntry } from '../../catalog/types';
import { parseArn } from '../../policy/arn';
import type { Statement } from '../../policy/types';
import { atFirst, mayBeOfType, type NamedAction, namedActions, resourcePatterns } from '../fitting';
import { defineRule } from '../rule';

export default defineRule({
  id: 'action-no-resource-level',
  group: 'resources',
  category: 'suggestion',
  on: 'statement',
  summary: 'An action that knows no resources stands in a statement that names some.',
  why:
    'Some actions, most often those that list or create, work on no resource in particular. They are only allowed or ' +
    'denied by a statement whose Resource is "*". Where a service may check one against what is named, as many check a ' +
    'listing against all of a type, nothing is said.',
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
  when: ({ statement }, { catalog }) => uselessActions(statement, catalog).length > 0,

  *check({ statement }, { catalog }) {
    const found = uselessActions(statement, catalog);
    yield* atFirst(
      found,
      (names, isOne) =>
        `${names} ${isOne ? 'works' : 'work'} on no resource in particular, so this statement does nothing with ` +
        `${isOne ? 'it. Name it' : 'them. Name them'} in a statement on "*".`,
    );
  },
});

/** The actions that are checked against none of the resources of the statement. */
function uselessActions(statement: Statement, catalog: Catalog): readonly NamedAction[] {
  const patterns = resourcePatterns(statement);
  if (!patterns) return [];
  return namedActions(statement, catalog).filter(
    (named) => named.action.resourceTypes.length === 0 && !patterns.some((each) => mayBeChecked(each, named)),
  );
}

/**
 * Whether a service may check an action against a resource that a pattern names, though the data says of none. Many
 * check one that makes a thing against what it will be, and one that lists things against all of a type:
 * `states:ListStateMachines` against `stateMachine:*`.
 */
function mayBeChecked(pattern: string, { service, action }: NamedAction): boolean {
  const { prefix, resourceTypes } = service;
  // The data of CloudWatch Logs leaves out resources that its actions are checked against.
  if (prefix === 'logs' || resourceTypes.length === 0) return true;
  const arn = parseArn(pattern);
  if (!arn || arn.resource.text === '*') return true;
  if (isSure(prefix, action.name)) return false;
  if (!ownServices(service).some((each) => globMatches(arn.service.text, each))) return false;
  if (!isListing(action)) return true;
  const fitting = resourceTypes.filter((type) => mayBeOfType(pattern, type));
  return (
    fitting.length === 0 || fitting.some(({ arns }) => arns.some((each) => takesAll(arn.resource.text, each)))
  );
}

/** What AWS's documentation says takes nothing but "*". */
function isSure(prefix: string, name: string): boolean {
  return prefix === 'ec2' || name === 'ListAllMyBuckets' || name === 'GetAuthorizationToken';
}

/** What stands for the service in ARNs: mostly its prefix, but `sagemaker` for `sagemaker-mlflow`. */
const ownServices = rememberEach(({ prefix, resourceTypes }: ServiceEntry): readonly string[] => {
  const named = resourceTypes.flatMap(({ arns }) => arns.map((arn) => parseArn(arn)?.service.text ?? prefix));
  return [...new Set([prefix, ...named])];
});

function isListing({ levels, name }: ActionEntry): boolean {
  return levels[0] === 'List' || /^(?:List|Describe|Search)/i.test(name);
}

/** Whether a pattern takes in all things of a type, or all in one of their parents or paths: `role/*`, `role/mine/*`. */
function takesAll(resource: string, arn: string): boolean {
  const format = parseArn(arn)?.resource.text ?? '*';
  if (format.endsWith('WithPath}') && resource.endsWith('/*')) return true;
  // What no name has stands for the one that is all of them.
  const last = format.replace(/\$\{[^}]*\}$/, '\0');
  return globsMeet(resource, last.replace(/\$\{[^}]*\}/g, '*'));
}
