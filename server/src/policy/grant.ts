// How a statement gives one action of IAM, and on which resources: the words of the rules on iam:PassRole and
// iam:CreateServiceLinkedRole.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
import { globMatches, isGlob } from '../base/glob';
import { rememberLast } from '../base/rememberLast';
import type { Span } from '../base/span';
import { type PolicyText, textsOf } from './text';
import type { PatternElement, Statement } from './types';

/** By its own name, by a wildcard that matches it, or by a NotAction that does not leave it out. */
export type ActionForm = 'named' | 'wildcard' | 'not-action';
/** By a pattern that matches all of them, or by a NotResource that does not leave them out. */
export type ResourceForm = 'every-resource' | 'not-resource';

/** A pattern or, for `Not…`, the element's name. */
interface Said {
  readonly text: string;
  readonly span: Span;
}

export interface Grant {
  readonly action: Said;
  readonly resource: Said;
}

/** What is given: the action, and which patterns of resources stand for all. */
export interface Given {
  readonly action: `iam:${string}`;
  readonly matchesAll: (resource: string) => boolean;
}

/** Where an Allow statement gives the action in these forms. What is known only later gives nothing. */
export function grantOf(
  statement: Statement,
  given: Given,
  actionForm: ActionForm,
  resourceForm: ResourceForm,
): Grant | undefined {
  if (!statement.allows || statement.isPartial) return undefined;
  const action = firstSaid(statement.actions, given, actionForm, actionSaid);
  const resource = action && firstSaid(statement.resources, given, resourceForm, resourceSaid);
  return resource && { action, resource };
}

function firstSaid<Form>(
  elements: readonly PatternElement[],
  given: Given,
  form: Form,
  said: (element: PatternElement, given: Given, form: Form) => Said | undefined,
): Said | undefined {
  for (const element of elements) {
    const found = said(element, given, form);
    if (found) return found;
  }
  return undefined;
}

function actionSaid(element: PatternElement, { action }: Given, form: ActionForm): Said | undefined {
  if (element.negated !== (form === 'not-action')) return undefined;
  if (element.negated) {
    const leavesOut = iamTexts(element).some(({ value }) => globMatches(value, action, true));
    return element.isPartial || leavesOut ? undefined : elementSaid(element);
  }
  const pattern = iamTexts(element).find(({ value }) => saysAction(value, action, form));
  return pattern && { text: pattern.value, span: pattern.span };
}

/** Whether a pattern gives the action by its name, or by a wildcard. */
function saysAction(text: string, action: Given['action'], form: ActionForm): boolean {
  return mayBeOfIam(text) && isGlob(text) === (form === 'wildcard') && globMatches(text, action, true);
}

/** A dozen rules ask for the same element. */
const iamTexts = rememberLast((element: PatternElement): readonly PolicyText[] =>
  textsOf(element).filter(({ value }) => mayBeOfIam(value)),
);

/** Most are told by their first letter. `iam*` is no action, which others say. */
function mayBeOfIam(text: string): boolean {
  return 'iI*?'.includes(text.charAt(0)) && (text.includes(':') || /^\*+$/.test(text));
}

function resourceSaid(element: PatternElement, { matchesAll }: Given, form: ResourceForm): Said | undefined {
  if (element.negated !== (form === 'not-resource')) return undefined;
  const pattern = textsOf(element).find(({ value }) => matchesAll(value));
  if (element.negated) return element.isPartial || pattern ? undefined : elementSaid(element);
  return pattern && { text: pattern.value, span: pattern.span };
}

function elementSaid({ name, property }: PatternElement): Said {
  return { text: name, span: property.key.span };
}
