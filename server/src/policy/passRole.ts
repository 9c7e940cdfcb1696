// How a statement gives iam:PassRole, and for which roles: the words that the pass-role rules share.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
import { globCovers, globMatches, isGlob } from '../base/glob';
import type { Span } from '../base/span';
import { parseArn } from './arn';
import { hasUnknownClauses } from './condition';
import { parseOperator } from './operator';
import { textsOf } from './text';
import type { ConditionClause, ConditionElement, PatternElement, Statement } from './types';

/** By its own name, by a wildcard that matches it, or by a NotAction that does not leave it out. */
export type ActionForm = 'named' | 'wildcard' | 'not-action';
/** By a pattern that matches every role of an account, or by a NotResource that does not leave them out. */
export type ResourceForm = 'every-role' | 'not-resource';

/** A pattern or, for `Not…`, the element's name. */
interface Said {
  readonly text: string;
  readonly span: Span;
}

export interface PassRoleGrant {
  readonly action: Said;
  readonly resource: Said;
}

const PASS_ROLE = 'iam:PassRole';

/** Where an Allow statement gives iam:PassRole in these forms. What is known only later gives nothing. */
export function passRoleGrant(
  statement: Statement,
  actionForm: ActionForm,
  resourceForm: ResourceForm,
): PassRoleGrant | undefined {
  if (!statement.allows || statement.isPartial) return undefined;
  const resource = firstSaid(statement.resources, (element) => resourceSaid(element, resourceForm));
  if (!resource) return undefined;
  const action = firstSaid(statement.actions, (element) => actionSaid(element, actionForm));
  return action && { action, resource };
}

/**
 * Whether a condition limits to which services, for which resources, or which of the roles may be passed.
 * `StringEqualsIfExists` does not: it holds where the request names no service.
 */
export function limitsPassRole(condition: ConditionElement | undefined): boolean {
  if (!condition) return false;
  return hasUnknownClauses(condition) || condition.clauses.some(limits);
}

/** The clause that limits the services only where the request names one. */
export function looseLimit(condition: ConditionElement | undefined): ConditionClause | undefined {
  return condition?.clauses.find(
    ({ key, operator }) =>
      key.value.toLowerCase() === 'iam:passedtoservice' && parseOperator(operator.value)?.ifExists === true,
  );
}

function limits(clause: ConditionClause): boolean {
  if (!LIMITING_KEY.test(clause.key.value)) return false;
  const operator = parseOperator(clause.operator.value);
  if (!operator || clause.isPartial) return true;
  if (operator.negated || operator.name === 'Null' || operator.set === 'ForAllValues') return false;
  if (operator.ifExists && operator.name.startsWith('StringEquals')) return false;
  return !clause.values.some(({ text }) => /^\*+$/.test(text));
}

const LIMITING_KEY = /^(?:iam:PassedToService|iam:AssociatedResourceArn|(?:aws|iam):ResourceTag\/.*)$/i;

function firstSaid(
  elements: readonly PatternElement[],
  said: (element: PatternElement) => Said | undefined,
): Said | undefined {
  for (const element of elements) {
    const found = said(element);
    if (found) return found;
  }
  return undefined;
}

function actionSaid(element: PatternElement, form: ActionForm): Said | undefined {
  if (element.negated !== (form === 'not-action')) return undefined;
  if (element.negated) {
    const leavesOut = textsOf(element).some(({ value }) => matchesPassRole(value));
    return element.isPartial || leavesOut ? undefined : elementSaid(element);
  }
  const wildcard = form === 'wildcard';
  const pattern = textsOf(element).find(({ value }) => matchesPassRole(value) && isGlob(value) === wildcard);
  return pattern && { text: pattern.value, span: pattern.span };
}

/** Most actions are told by their first letter. */
function matchesPassRole(text: string): boolean {
  return 'iI*?'.includes(text.charAt(0)) && globMatches(text, PASS_ROLE, true);
}

function resourceSaid(element: PatternElement, form: ResourceForm): Said | undefined {
  if (element.negated !== (form === 'not-resource')) return undefined;
  const pattern = textsOf(element).find(({ value }) => matchesEveryRole(value));
  if (element.negated) return element.isPartial || pattern ? undefined : elementSaid(element);
  return pattern && { text: pattern.value, span: pattern.span };
}

/** `*`, `arn:aws:iam::*:role/*`, `arn:aws:iam::123456789012:*`; the account of a role that one passes is one's own. */
function matchesEveryRole(text: string): boolean {
  if (/^\*+$/.test(text)) return true;
  const arn = parseArn(text);
  return arn !== undefined && globMatches(arn.service.text, 'iam') && globCovers(arn.resource.text, 'role/*');
}

function elementSaid({ name, property }: PatternElement): Said {
  return { text: name, span: property.key.span };
}
