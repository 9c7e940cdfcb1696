// How a statement gives iam:PassRole for every role, and which conditions limit that.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
import { globCovers, globMatches } from '../base/glob';
import { completedArn } from './arn';
import { hasUnknownClauses } from './condition';
import { type ActionForm, type Given, type Grant, grantOf, type ResourceForm } from './grant';
import { parseOperator } from './operator';
import type { ConditionClause, ConditionElement, Statement } from './types';

const given: Given = { action: 'iam:PassRole', matchesAll: matchesEveryRole };

/** Where an Allow statement gives iam:PassRole in these forms. What is known only later gives nothing. */
export function passRoleGrant(
  statement: Statement,
  actionForm: ActionForm,
  resourceForm: ResourceForm,
): Grant | undefined {
  return grantOf(statement, given, actionForm, resourceForm);
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

/** `*`, `arn:aws:iam::*:role/*`, `arn:aws:iam::123456789012:*`; the account of a role that one passes is one's own. */
export function matchesEveryRole(text: string): boolean {
  if (/^\*+$/.test(text)) return true;
  const arn = completedArn(text);
  return arn !== undefined && globMatches(arn.service.text, 'iam') && globCovers(arn.resource.text, 'role/*');
}
