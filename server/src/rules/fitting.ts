// Which resources an action works on, against those of its statement. An action needs just one that fits.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
import { globsMeet, isGlob } from '../base/glob';
import { rememberLast } from '../base/rememberLast';
import type { ActionEntry, Catalog, ResourceTypeEntry, ServiceEntry } from '../catalog/types';
import { parseAction } from '../policy/action';
import { arnFieldNames, parseArn } from '../policy/arn';
import { type PolicyText, textsOf } from '../policy/text';
import type { PatternElement, Statement } from '../policy/types';
import type { Report } from './rule';

/** An action that a statement names, with what AWS's data says of it. */
export interface NamedAction {
  readonly node: PolicyText;
  readonly service: ServiceEntry;
  readonly action: ActionEntry;
  /** The types of resources that the action works on; empty where it works on none in particular. */
  readonly types: readonly ResourceTypeEntry[];
}

/** The actions that a statement names without wildcards, as far as the data knows them. */
export function namedActions(statement: Statement, catalog: Catalog): readonly NamedAction[] {
  let ask = askers.get(catalog);
  if (!ask) {
    ask = rememberLast((each: Statement) => findActions(each, catalog));
    askers.set(catalog, ask);
  }
  return ask(statement);
}

const askers = new WeakMap<Catalog, (statement: Statement) => readonly NamedAction[]>();

function findActions({ actions }: Statement, catalog: Catalog): readonly NamedAction[] {
  const found: NamedAction[] = [];
  for (const element of actions) {
    for (const node of element.negated ? [] : textsOf(element)) {
      const { value } = node;
      const parsed = isGlob(value) || value.includes('${') ? undefined : parseAction(value);
      const service = parsed && catalog.service(parsed.service);
      const action = parsed && service?.action(parsed.name);
      if (service && action) found.push({ node, service, action, types: typesOf(service, action) });
    }
  }
  return found;
}

const types = new WeakMap<ActionEntry, readonly ResourceTypeEntry[]>();

function typesOf({ resourceTypes }: ServiceEntry, action: ActionEntry): readonly ResourceTypeEntry[] {
  let known = types.get(action);
  if (!known) {
    const names = new Set(action.resourceTypes.map(({ name }) => name));
    known = resourceTypes.filter(({ name }) => names.has(name));
    types.set(action, known);
  }
  return known;
}

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

/** What was found of each type: a statement asks the same of its resources for each of its actions. */
const fits = new WeakMap<ResourceTypeEntry, Map<string, boolean>>();
const MOST_KNOWN = 500;

/** Whether a resource of a type can be what a pattern names; field by field, as AWS compares ARNs. */
export function mayBeOf(pattern: string, type: ResourceTypeEntry): boolean {
  let known = fits.get(type);
  if (!known || known.size >= MOST_KNOWN) {
    known = new Map();
    fits.set(type, known);
  }
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const fit = meets(pattern, type);
  known.set(pattern, fit);
  return fit;
}

function meets(pattern: string, { arns }: ResourceTypeEntry): boolean {
  const named = parseArn(pattern);
  if (!named) return true;
  return arns.map(parseArn).some((format) => {
    if (!format) return true;
    return arnFieldNames.every((field) =>
      globsMeet(format[field].text.replace(/\$\{[^}]*\}/g, '*'), named[field].text),
    );
  });
}

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
