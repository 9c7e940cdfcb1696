// Which resources an action works on, against those of its statement. An action needs just one that fits.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

import { globsMeet, isGlob } from '../base/glob';
import { rememberEach } from '../base/rememberEach';
import { rememberLast } from '../base/rememberLast';
import { rememberTexts } from '../base/rememberTexts';
import type { ActionEntry, Catalog, ResourceTypeEntry, ServiceEntry } from '../catalog/types';
import { parseAction } from '../policy/action';
import { type Arn, parseArn } from '../policy/arn';
import { type PolicyText, textsOf } from '../policy/text';
import type { PatternElement, Statement } from '../policy/types';
import type { Report } from './rule';

/** What AWS's data says of an action. */
interface ActionFacts {
  readonly service: ServiceEntry;
  readonly action: ActionEntry;
  /** The types of resources that the action works on; empty where it works on none in particular. */
  readonly types: readonly ResourceTypeEntry[];
  /** Whether the data has any resources for it, of a known type or not. */
  readonly knowsResources: boolean;
}

/** An action that a statement names. */
export interface NamedAction extends ActionFacts {
  readonly node: PolicyText;
}

/** The actions that a statement names without wildcards, as far as the data knows them. */
export function namedActions(statement: Statement, catalog: Catalog): readonly NamedAction[] {
  return namesIn(catalog)(statement);
}

const namesIn = rememberLast((catalog: Catalog) => {
  const factsOf = rememberTexts(MOST_KNOWN, (text) => lookUp(text, catalog));
  return rememberLast((statement: Statement): readonly NamedAction[] => {
    const found: NamedAction[] = [];
    for (const element of statement.actions) {
      if (element.negated) continue;
      for (const node of textsOf(element)) {
        const facts = factsOf(node.value);
        if (!facts) continue;
        const { service, action, types, knowsResources } = facts;
        found.push({ node, service, action, types, knowsResources });
      }
    }
    return found;
  });
});

/** Policies use the same few thousand actions over and over. */
const MOST_KNOWN = 20_000;

function lookUp(text: string, catalog: Catalog): ActionFacts | null {
  const parsed = isGlob(text) || text.includes('${') ? undefined : parseAction(text);
  const service = parsed && catalog.service(parsed.service);
  const action = parsed && service?.action(parsed.name);
  if (!service || !action) return null;
  const { resourceTypes } = action;
  return {
    service,
    action,
    types: typesOf(service, resourceTypes),
    knowsResources: resourceTypes.length > 0,
  };
}

/** The types of a service's resources that an action works on: `wanted` is the action's own list. */
export function typesOf(
  { resourceTypes }: ServiceEntry,
  wanted: ActionEntry['resourceTypes'],
): readonly ResourceTypeEntry[] {
  let known = types.get(wanted);
  if (!known) {
    const names = new Set(wanted.map(({ name }) => name));
    known = resourceTypes.filter(({ name }) => names.has(name));
    types.set(wanted, known);
  }
  return known;
}

/** Actions that share a list of resources share their types as well. */
const types = new WeakMap<ActionEntry['resourceTypes'], readonly ResourceTypeEntry[]>();

/**
 * The resources of a statement as patterns, with `*` for variables and holes; `undefined` where they are not all known,
 * or where one of them is everything.
 */
export function resourcePatterns(statement: Statement): readonly string[] | undefined {
  const patterns = patternsOf(statement);
  return patterns.length === 0 ? undefined : patterns;
}

const patternsOf = rememberLast(({ resources }: Statement): readonly string[] => {
  const [element, second] = resources;
  if (!element || second || element.negated || hasRiddle(element)) return [];
  const patterns = textsOf(element).map(patternOf);
  return patterns.some((each) => /^\*+$/.test(each)) ? [] : patterns;
});

/** With `*` for what may be any text, and a letter for a hole in which no colon and no slash can be. */
function patternOf(text: PolicyText): string {
  if (!text.value.includes('${')) return text.value;
  const words = text.kind === 'template' ? text.holes.filter(({ isWord }) => isWord) : [];
  let known = text.value;
  for (const { from, to } of [...words].reverse()) known = `${known.slice(0, from)}x${known.slice(to)}`;
  return known.replace(/\$\{[^}]*\}/g, '*');
}

/** Whether an element has a value of which nothing is known. */
function hasRiddle({ property, patterns, templates, isPartial }: PatternElement): boolean {
  if (!isPartial) return false;
  const { value } = property;
  const count = value?.kind === 'array' ? value.items.length : 1;
  return patterns.length + templates.length < count;
}

/** Whether a resource of one of the types can be what a pattern names; field by field, as AWS compares ARNs. */
export function mayBeOf(pattern: string, some: readonly ResourceTypeEntry[]): boolean {
  const named = parseArn(pattern);
  if (!named) return some.length > 0;
  for (const format of formatsOf(some)) if (!format || meet(format, named)) return true;
  return false;
}

/** The same for one type. */
export function mayBeOfType(pattern: string, type: ResourceTypeEntry): boolean {
  return mayBeOf(pattern, listOf(type));
}

/** The formats of a list are kept by the list. */
const listOf = rememberEach((type: ResourceTypeEntry): readonly ResourceTypeEntry[] => [type]);

/** The field that tells most ARNs apart comes first. */
function meet(one: Arn, other: Arn): boolean {
  return (
    globsMeet(one.resource.text, other.resource.text) &&
    globsMeet(one.service.text, other.service.text) &&
    globsMeet(one.account.text, other.account.text) &&
    globsMeet(one.region.text, other.region.text) &&
    globsMeet(one.partition.text, other.partition.text)
  );
}

/** The services that the ARNs of some types name, with `*` where any may stand. */
export const servicesOf = rememberEach((some: readonly ResourceTypeEntry[]): readonly string[] => [
  ...new Set(formatsOf(some).map((format) => format?.service.text ?? '*')),
]);

/** The formats of the ARNs of some types, with `*` for each placeholder; `undefined` for one that is no ARN. */
const formatsOf = rememberEach((some: readonly ResourceTypeEntry[]): readonly (Arn | undefined)[] =>
  some.flatMap(({ arns }) => arns.map((arn) => parseArn(arn.replace(/\$\{[^}]*\}/g, '*')))),
);

/** What is said of actions of one statement: at the first of them, with the others as related places. */
export function atFirst(
  actions: readonly NamedAction[],
  message: (names: string, isOne: boolean) => string,
): readonly Report[] {
  const [first, ...others] = actions;
  if (!first) return [];
  const { value } = first.node;
  const names = others.length === 0 ? value : `${value} and ${others.length} more`;
  const related = others.map(({ node }) => ({ span: node.span, message: `${node.value} too.` }));
  return [{ span: first.node.span, message: message(names, others.length === 0), related }];
}
