// An action that works on none of the resources of its statement. A resource of a type that the data does not know
// may be any; buckets and objects are told apart elsewhere.
import { rememberEach } from '../../base/rememberEach';
import { rememberLast } from '../../base/rememberLast';
import { rememberTexts } from '../../base/rememberTexts';
import type { ActionEntry, Catalog, ResourceTypeEntry, ServiceEntry } from '../../catalog/types';
import { isPattern, parseArn } from '../../policy/arn';
import type { Statement } from '../../policy/types';
import { isFixed } from '../arns';
import {
  atFirst,
  mayBeOf,
  mayBeOfType,
  type NamedAction,
  namedActions,
  resourcePatterns,
  servicesOf,
} from '../fitting';
import { defineRule } from '../rule';

export default defineRule({
  id: 'action-resource-mismatch',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  summary: 'An action works on none of the resources of its statement.',
  why:
    'An action is only allowed or denied on resources of the types that it works on. Where no resource of the ' +
    'statement can be of one, the statement does nothing with the action. One that fits is enough.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["sqs:SendMessage", "sns:Publish"],
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["sqs:SendMessage", "sns:Publish"],
      "Resource": ["arn:aws:sqs:eu-west-1:111122223333:orders", "arn:aws:sns:eu-west-1:111122223333:orders"]
    }
  ]
}`,
    },
  ],

  needs: ['named-resources'],
  when: ({ statement }, { catalog }) => misplacedActions(statement, catalog).length > 0,

  *check({ statement }, { catalog }) {
    const found = misplacedActions(statement, catalog);
    yield* atFirst(
      found,
      (names, isOne) =>
        `${names} ${isOne ? 'works' : 'work'} on no resource of this statement. Add one that fits, such as ` +
        `${arnOf(found[0])}, or name ${isOne ? 'the action' : 'the actions'} in a statement of ${isOne ? 'its' : 'their'} own.`,
    );
  },
});

/** The actions of which no resource of the statement can be what they work on. */
function misplacedActions(statement: Statement, catalog: Catalog): readonly NamedAction[] {
  const patterns = resourcePatterns(statement);
  if (!patterns) return [];
  // Of actions on the same types all are, or none.
  const known = new Map<readonly ResourceTypeEntry[], boolean>();
  return namedActions(statement, catalog).filter((named) => {
    const { types } = named;
    if (types.length === 0) return false;
    const isMisplaced = known.get(types) ?? patterns.every(othersThan(types, named.service, catalog));
    known.set(types, isMisplaced);
    return isMisplaced && !isOnAny(named) && !patterns.some((each) => isSaidBy(named, each, catalog));
  });
}

/** Whether a pattern is surely something else than some types, with the answers remembered. */
function othersThan(
  types: readonly ResourceTypeEntry[],
  service: ServiceEntry,
  catalog: Catalog,
): (pattern: string) => boolean {
  const known = others.get(types);
  if (known) return known;
  const made = rememberTexts(MOST_KNOWN, (pattern) => isOther(pattern, types, service, catalog));
  others.set(types, made);
  return made;
}

const others = new WeakMap<readonly ResourceTypeEntry[], (pattern: string) => boolean>();
const MOST_KNOWN = 500;

/** Whether a pattern is surely something else than the action works on: another service's, or of another known type. */
function isOther(
  pattern: string,
  types: readonly ResourceTypeEntry[],
  service: ServiceEntry,
  catalog: Catalog,
): boolean {
  const named = parseArn(pattern)?.service.text;
  const services = servicesOf(types);
  const isElsewhere = named !== undefined && isFixed(named) && !services.includes(named);
  const mayFit = !isElsewhere || services.some(isPattern);
  if (mayFit && mayBeOf(pattern, types)) return false;
  // What is no service, or is written in capitals, is another rule's.
  if (isElsewhere)
    return (
      isService(named, catalog) &&
      !isRenamed(service.prefix, named) &&
      !services.some((each) => isOfOthers(each, service, catalog))
    );
  // A log group alone, given for its streams, is another rule's.
  if (mayBeOf(`${pattern}:*`, types)) return false;
  return ownIn(catalog)(service).mayBe(pattern);
}

/** What is asked of the types of a service for each action. */
interface Own {
  /** Whether a pattern may be of one of them. */
  readonly mayBe: (pattern: string) => boolean;
  /** Those that the name of an action ends in. */
  readonly saidBy: (action: ActionEntry) => readonly ResourceTypeEntry[];
}

const ownIn = rememberLast((catalog: Catalog) =>
  rememberEach((service: ServiceEntry): Own => {
    const types = ownTypes(service, catalog);
    return {
      mayBe: rememberTexts(MOST_KNOWN, (pattern) => mayBeOf(pattern, types)),
      saidBy: rememberEach(({ name }: ActionEntry) => {
        const lower = name.toLowerCase();
        return types.filter((type) => lower.endsWith(plainName(type)));
      }),
    };
  }),
);

/** What there is in IAM is known, and STS works on some of it. */
function ownTypes({ prefix, resourceTypes }: ServiceEntry, catalog: Catalog): readonly ResourceTypeEntry[] {
  const owner = prefix === 'sts' ? catalog.service('iam') : undefined;
  return owner ? [...resourceTypes, ...owner.resourceTypes] : resourceTypes;
}

/**
 * Whether the name of an action says that it works on what a pattern names, though the data does not: `CreateDataSet`. In
 * IAM, what is done with a policy is done to a user, group or role.
 */
function isSaidBy(named: NamedAction, pattern: string, catalog: Catalog): boolean {
  if (named.service.prefix === 'iam') return false;
  return ownIn(catalog)(named.service)
    .saidBy(named.action)
    .some((type) => mayBeOfType(pattern, type));
}

const plainName = rememberEach(({ name }: ResourceTypeEntry) => name.replace(/[^a-z]/gi, '').toLowerCase());

function isService(name: string, catalog: Catalog): boolean {
  return name === name.toLowerCase() && catalog.service(name) !== undefined;
}

/**
 * Whether an ARN is another service's. An action that works on what others have, as those of zonal shifts do, comes to
 * work on more of it before AWS's list of its types says so.
 */
function isOfOthers(named: string, { prefix }: ServiceEntry, catalog: Catalog): boolean {
  return named !== prefix && catalog.service(named) !== undefined;
}

/** The actions of what is called AWS CodeConnections now work on resources of both names. */
function isRenamed(prefix: string, named: string): boolean {
  return [prefix, named].every((each) => /^(?:codestar-connections|codeconnections)$/.test(each));
}

/** Of actions on tags, and of those that share resources, the data often lacks some of the types that they work on. */
function isOnAny({ action, service }: NamedAction): boolean {
  return (
    // AWS's own policies let agents do more than the data says: https://docs.aws.amazon.com/drs/latest/userguide/security-iam-awsmanpol.html
    /ForDrs$/.test(action.name) ||
    service.prefix === 'securityagent' ||
    action.levels.includes('Tagging') ||
    /(?:tags?(?:forresource|onresource)?|resourcepolicy)$/i.test(action.name)
  );
}

function arnOf(named: NamedAction | undefined): string {
  return named?.types[0]?.arns[0]?.replace('${Partition}', 'aws') ?? 'one of its own';
}
