// Whether a condition pins the caller: whether it lets in only callers that fixed values identify.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
import { itemsOf, type Node } from '../syntax/node';
import { hasUnknownClauses } from './condition';
import { type Operator, parseOperator, takesWildcards } from './operator';
import { isFixed, isFixedInPart, isResourceOfCaller, keyKind } from './pinValue';
import { templateTexts } from './templateText';
import type { ConditionClause, ConditionElement, ConditionValue } from './types';

/** A value that is too broad. */
type WeakValue = Pick<ConditionValue, 'text' | 'span'>;

/** A clause that looks like a limit on who calls, and is none. */
export interface WeakClause {
  readonly clause: ConditionClause;
  /** The key identifies nobody, the operator lets callers through that lack it, or this value is too broad. */
  readonly because: 'key' | 'operator' | WeakValue;
}

export type Pinning =
  | { readonly pinned: true }
  /** `weak`: the clause that comes nearest to a limit, where there is any. */
  | { readonly pinned: false; readonly weak: WeakClause | undefined };

/**
 * Whether a condition of an Allow pins the caller. All clauses must hold, so one that pins is enough. What is known
 * only later, or not known to us, counts as pinning.
 */
export function callerPinning(condition: ConditionElement | undefined): Pinning {
  if (!condition) return { pinned: false, weak: undefined };
  if (hasUnknownClauses(condition)) return { pinned: true };
  const weaknesses: WeakClause[] = [];
  for (const clause of condition.clauses) {
    const because = weaknessOf(clause);
    if (because === undefined) return { pinned: true };
    weaknesses.push({ clause, because });
  }
  const identifying = weaknesses.find(({ because }) => because !== 'key');
  return { pinned: false, weak: identifying ?? weaknesses[0] };
}

/**
 * Whether a condition of a Deny turns away all but pinned callers: `NotIpAddress`, or `StringNotEquals` on a key that
 * identifies them. What is known only later counts as such, and so does no condition at all.
 */
export function turnsOthersAway(condition: ConditionElement | undefined): boolean {
  if (!condition || hasUnknownClauses(condition)) return true;
  return condition.clauses.some((clause) => {
    const operator = parseOperator(clause.operator.value);
    return operator?.negated === true && valueWeakness(clause, operator) === undefined;
  });
}

/** `undefined`: the clause pins. */
function weaknessOf(clause: ConditionClause): WeakClause['because'] | undefined {
  const operator = parseOperator(clause.operator.value);
  if (!operator) return undefined;
  const weakness = valueWeakness(clause, operator);
  return weakness !== 'key' && letsOthersThrough(operator) ? 'operator' : weakness;
}

/** Of key and values alone. */
function valueWeakness(clause: ConditionClause, operator: Operator): 'key' | WeakValue | undefined {
  const kind = keyKind(clause.key.value);
  if (kind === undefined) return isResourceOfCaller(clause) ? undefined : 'key';
  if (!isKnownInPart(clause)) return undefined;
  const patterns = takesWildcards(operator.name);
  const broad = clause.templates.find((text) => !isFixedInPart(kind, text, patterns));
  if (broad) return { text: broad.value, span: broad.span };
  return clause.values.find(({ text }) => !isFixed(kind, text, patterns));
}

/** Whether something is known of each value: none of them is a riddle, or one of several. */
function isKnownInPart({ isPartial, value }: ConditionClause): boolean {
  return !isPartial || itemsOf(value).every((item) => item.kind === 'string' || isOneTemplate(item));
}

function isOneTemplate(item: Node): boolean {
  return item.kind === 'dynamic' && item.template !== undefined && templateTexts(item).length === 1;
}

function letsOthersThrough({ negated, ifExists, set, name }: Operator): boolean {
  return negated || ifExists || set === 'ForAllValues' || name === 'Null';
}
