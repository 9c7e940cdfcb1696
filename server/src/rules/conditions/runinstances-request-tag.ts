// A condition on the tags that a launch sets, beside resources that it only uses and does not tag.
import { isStale } from '../../catalog/age';
import { clausesOf, needsKey, type ReadClause } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { taggedByLaunch, usedByLaunch } from '../../policy/launch';
import { passesWithoutKey } from '../../policy/operator';
import { isEveryResource } from '../../policy/resource';
import { textsOf } from '../../policy/text';
import type { Statement } from '../../policy/types';
import type { Writer } from '../../syntax/node';
import { type NamedAction, namedActions } from '../fitting';
import { defineRule, type Fix, type Report } from '../rule';

export default defineRule({
  id: 'runinstances-request-tag',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity', 'boundary', 'session', 'scp'],
  summary: 'A condition on the tags of a new instance stands beside images, subnets and the like.',
  why:
    'ec2:RunInstances is checked for each resource by itself, and only instances, volumes, network interfaces and Spot requests get tags by it. ' +
    'For an image, a subnet, a security group or a key pair there is no aws:RequestTag: an Allow that asks for it does not hold, ' +
    'and a Deny of its absence holds for each launch, whatever its tags are.',
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-taggingresources',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "ec2:RunInstances",
      "Resource": "*",
      "Condition": { "Null": { "aws:RequestTag/team": "true" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "ec2:RunInstances",
      "Resource": ["arn:*:ec2:*:*:instance/*", "arn:*:ec2:*:*:volume/*"],
      "Condition": { "Null": { "aws:RequestTag/team": "true" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: isRequestTag },
  when: ({ statement }, { catalog }) => namedActions(statement, catalog).some(isLaunch),

  *check({ statement, writer }, { catalog, today }) {
    const { allows, denies } = statement;
    const actions = namedActions(statement, catalog);
    if (allows === denies || !actions.some(isLaunch)) return;
    if (denies) yield* denied(statement, writer);
    else if (!isStale(catalog, today)) yield* notAllowed(statement, actions);
  },
});

function isRequestTag({ lowerKey }: { readonly lowerKey: string }): boolean {
  return lowerKey.startsWith('aws:requesttag/');
}

function isLaunch({ service, action }: NamedAction): boolean {
  return service.prefix === 'ec2' && action.name === 'RunInstances';
}

function* notAllowed(statement: Statement, actions: readonly NamedAction[]): Iterable<Report> {
  const clause = clausesOf(statement).find((each) => isRequestTag(each) && needsKey(each));
  const all = statement.actions.flatMap(textsOf);
  if (!clause || all.length > actions.length) return;
  const [first, ...others] = usedByLaunch(statement).filter(
    ({ type }) => !actions.some((each) => !isLaunch(each) && tags(each, type)),
  );
  if (!first) return;
  yield {
    span: first.text.span,
    message:
      `ec2:RunInstances tags no ${first.type}, so for it a request has no ${clause.key.value} and is not allowed here. ` +
      'Name it in a statement without this condition.',
    related: others.map(({ text, type }) => ({ span: text.span, message: `It tags no ${type} either.` })),
  };
}

function* denied(statement: Statement, writer: Writer): Iterable<Report> {
  const { condition } = statement;
  if (!condition || hasUnknownClauses(condition)) return;
  const clauses = clausesOf(statement);
  const clause = clauses.find(isRequestTag);
  if (!clause || clauses.length < condition.clauses.length || !clauses.every(holdsForUsed)) return;
  const everything = statement.resources
    .flatMap((element) => (isEveryResource(element) ? textsOf(element) : []))
    .find(({ value }) => /^\*+$/.test(value));
  const used = everything ?? usedByLaunch(statement)[0]?.text;
  if (!used) return;
  yield {
    span: used.span,
    message:
      `A launch also asks for what it does not tag, such as its image and subnet, and there ${clause.key.value} is never set: this denies each launch, whatever its tags are. ` +
      `Name only what gets tags, such as ${taggedByLaunch.join(' and ')}.`,
    fixes: () => (everything?.kind === 'string' ? nameTagged(statement, writer) : []),
  };
}

/** Whether a clause holds where there are no tags in the request, or is about who asks and from where. */
function holdsForUsed(clause: ReadClause): boolean {
  const { family, compares, lowerKey } = clause;
  if (!isRequestTag(clause))
    return /^aws:(?:principal|requestedregion|source|viaaws|calledvia)/.test(lowerKey);
  if (family === 'Null') return isOnlyTrue(clause);
  return passesWithoutKey(compares);
}

function isOnlyTrue({ values, isPartial }: ReadClause): boolean {
  return !isPartial && values.length > 0 && values.every(({ text }) => text.toLowerCase() === 'true');
}

/** Only where the statement has nothing but the launch. */
function nameTagged({ actions, resources }: Statement, writer: Writer): readonly Fix[] {
  const [resource, second] = resources;
  const value = resource?.property.value;
  if (!value || second || actions.flatMap(textsOf).length > 1 || actions.some(({ isPartial }) => isPartial))
    return [];
  return [
    {
      title: 'Name instances and volumes',
      edits: [writer.replaceValue(value, taggedByLaunch)],
      access: 'wider',
    },
  ];
}

/** Whether an action sets tags on resources of a type. */
function tags({ action, types }: NamedAction, type: string): boolean {
  return (
    action.conditionKeys.some((key) => key.startsWith('aws:RequestTag/')) &&
    types.some(({ name }) => name === type)
  );
}
