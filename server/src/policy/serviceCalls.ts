// How a condition tells the calls that AWS services make with their service principal from all others.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
import { parseOperator, passesWithoutKey } from './operator';
import type { ConditionClause, Statement } from './types';

/**
 * The first clause of a Deny that also matches a request without its key, of those whose key passes; keys in lower
 * case.
 */
export function clauseOf(
  { condition }: Statement,
  passes: (key: string) => boolean,
): ConditionClause | undefined {
  return condition?.clauses.find(({ key, operator }) => {
    const parsed = parseOperator(operator.value);
    return parsed !== undefined && passesWithoutKey(parsed) && passes(key.value.toLowerCase());
  });
}

/** Whether a key, in lower case, tells for which resource or account a service calls. */
export function isSourceKey(key: string): boolean {
  return /^aws:source(?:account|arn|orgid|orgpaths)$/.test(key);
}

/** Whether a condition speaks of calls by services, or may do so in a part that is known only later. */
export function comparesServices({ condition }: Statement): boolean {
  return (
    condition !== undefined && (condition.isPartial || has(condition.clauses, 'aws:principalisawsservice'))
  );
}

/** Whether a condition asks that a call names its source, or may do so in a part that is known only later. */
export function hasNullCheck({ condition }: Statement): boolean {
  if (!condition || condition.isPartial) return condition !== undefined;
  const checks = condition.clauses.filter(({ operator }) => parseOperator(operator.value)?.name === 'Null');
  return has(checks, 'aws:sourceaccount') || has(checks, 'aws:sourcearn');
}

function has(clauses: readonly ConditionClause[], key: string): boolean {
  return clauses.some((clause) => clause.key.value.toLowerCase() === key);
}
