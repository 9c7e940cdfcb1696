// Whether one statement speaks of all that another speaks of: subsumption, element by element.
import { globCovers } from '../base/glob';
import { covers } from './cover';
import { sayingOfCondition } from './sameStatement';
import type { PatternElement, Statement } from './types';

/**
 * Whether every request that `narrower` speaks of is one that `wider` speaks of, whatever their effects. `false` where
 * that is not certain: with elements that are known in part, with NotAction and its like, with other conditions.
 */
export function statementCovers(wider: Statement, narrower: Statement): boolean {
  return (
    !wider.isPartial &&
    !narrower.isPartial &&
    elementCovers(wider.actions, narrower.actions, (one, other) => globCovers(one, other, true)) &&
    elementCovers(wider.resources, narrower.resources, covers) &&
    principalsCover(wider, narrower) &&
    conditionCovers(wider, narrower)
  );
}

function elementCovers(
  wider: readonly PatternElement[],
  narrower: readonly PatternElement[],
  covering: (one: string, other: string) => boolean,
): boolean {
  if (wider.length === 0 && narrower.length === 0) return true;
  const [one, second] = wider;
  const [other, third] = narrower;
  if (!one || !other || second || third || one.negated || other.negated) return false;
  if (one.isPartial || other.isPartial || other.patterns.length === 0) return false;
  return other.patterns.every(({ value }) => one.patterns.some((pattern) => covering(pattern.value, value)));
}

/** The same principals, or everyone. */
function principalsCover(wider: Statement, narrower: Statement): boolean {
  if (wider.principals.length === 0 && narrower.principals.length === 0) return true;
  const [one, second] = wider.principals;
  const [other, third] = narrower.principals;
  if (!one || !other || second || third || one.negated || other.negated) return false;
  if (one.isPartial || other.isPartial) return false;
  if (one.principals.some(({ kind }) => kind === 'everyone')) return true;
  return other.principals.every(({ kind, value }) =>
    one.principals.some((each) => each.kind === kind && each.value === value),
  );
}

/** No condition, or the same one. */
function conditionCovers(wider: Statement, narrower: Statement): boolean {
  if (!wider.condition) return true;
  const saying = sayingOfCondition(wider);
  return saying !== undefined && saying === sayingOfCondition(narrower);
}
