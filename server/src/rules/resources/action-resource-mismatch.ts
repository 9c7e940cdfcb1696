// An action that works on none of the resources of its statement. A resource of a type that the data does not know
// may be any; buckets and objects are told apart elsewhere.
import type { ActionEntry, Catalog, ResourceTypeEntry, ServiceEntry } from '../../catalog/types';
import { parseArn } from '../../policy/arn';
import { isFixed } from '../arns';
import { atFirst, mayBeOf, type NamedAction, namedActions, resourcePatterns } from '../fitting';
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

  when: ({ statement }) => resourcePatterns(statement) !== undefined,

  *check({ statement }, { catalog }) {
    const patterns = resourcePatterns(statement);
    if (!patterns) return;
    const found = namedActions(statement, catalog).filter(
      (named) =>
        !isOnAny(named) && named.types.length > 0 && patterns.every((each) => isOther(each, named, catalog)),
    );
    yield* atFirst(
      found,
      (names, isOne) =>
        `${names} ${isOne ? 'works' : 'work'} on no resource of this statement. Add one that fits, such as ` +
        `${arnOf(found[0]?.types[0])}, or name ${isOne ? 'the action' : 'the actions'} in a statement of ${isOne ? 'its' : 'their'} own.`,
    );
  },
});

/** Whether a pattern is surely something else than the action works on: another service's, or of another known type. */
function isOther(pattern: string, { types, service, action }: NamedAction, catalog: Catalog): boolean {
  if (types.some((type) => mayBeOf(pattern, type))) return false;
  const named = parseArn(pattern)?.service.text;
  const services = types.flatMap(({ arns }) => arns.map((arn) => parseArn(arn)?.service.text));
  if (named !== undefined && isFixed(named) && !services.includes(named))
    return !isRenamed(service.prefix, named) && !services.some((each) => isOfOthers(each, service, catalog));
  // A log group alone, given for its streams, is another rule's.
  if (types.some((type) => mayBeOf(`${pattern}:*`, type))) return false;
  // What there is in IAM is known, and STS works on some of it.
  const owner = service.prefix === 'sts' ? catalog.service('iam') : undefined;
  const known = owner ? [...service.resourceTypes, ...owner.resourceTypes] : service.resourceTypes;
  const own = known.filter((type) => mayBeOf(pattern, type));
  return own.length > 0 && !own.some(({ name }) => isSaidBy(action, name, service));
}

/**
 * Whether the name of an action says that it works on a type, though the data does not: `CreateDataSet`. In IAM, what
 * is done with a policy is done to a user, group or role.
 */
function isSaidBy({ name }: ActionEntry, type: string, { prefix }: ServiceEntry): boolean {
  const word = type.replace(/[^a-z]/gi, '').toLowerCase();
  return prefix !== 'iam' && name.toLowerCase().endsWith(word);
}

/**
 * Whether an ARN is another service's. An action that works on what others have, as those of zonal shifts do, comes to
 * work on more of it before AWS's list of its types says so.
 */
function isOfOthers(named: string | undefined, { prefix }: ServiceEntry, catalog: Catalog): boolean {
  return named !== undefined && named !== prefix && catalog.service(named) !== undefined;
}

/** The actions of what is called AWS CodeConnections now work on resources of both names. */
function isRenamed(prefix: string, named: string): boolean {
  return [prefix, named].every((each) => /^(?:codestar-connections|codeconnections)$/.test(each));
}

/** Of actions on tags, and of those that share resources, the data often lacks some of the types that they work on. */
function isOnAny({ action }: NamedAction): boolean {
  return (
    action.levels.includes('Tagging') ||
    /(?:tags?(?:forresource|onresource)?|resourcepolicy)$/i.test(action.name)
  );
}

function arnOf(type: ResourceTypeEntry | undefined): string {
  return type?.arns[0]?.replace('${Partition}', 'aws') ?? 'one of its own';
}
