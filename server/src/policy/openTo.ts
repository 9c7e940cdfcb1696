// Whether a statement of a resource policy is open to everyone, by its principals and by the policy's Deny statements.
import { covers } from './cover';
import { turnsOthersAway } from './pin';
import { type PrincipalText, principalTexts } from './text';
import type { PatternElement, Policy, Statement } from './types';

/** The principal that stands for everyone, where the statement has one: `"*"` or `{ "AWS": "*" }`. */
export function everyoneIn(statement: Statement): PrincipalText | undefined {
  return statement.principals
    .filter(({ negated }) => !negated)
    .flatMap(principalTexts)
    .find(({ kind, value }) => value === '*' && (kind === 'everyone' || kind === 'AWS'));
}

/** Whether a Deny of the same policy turns away unknown callers wherever the Allow holds. */
export function isDeniedToOthers(policy: Policy, allow: Statement): boolean {
  return policy.statements.some(
    (deny) =>
      deny.denies &&
      deniesEveryone(deny) &&
      turnsOthersAway(deny.condition) &&
      reachesAll(deny.actions, allow.actions, true) &&
      reachesAll(deny.resources, allow.resources, false),
  );
}

/** Everyone, or everyone but those that a NotPrincipal names. */
function deniesEveryone(deny: Statement): boolean {
  return everyoneIn(deny) !== undefined || deny.principals.some(({ negated }) => negated);
}

/** Whether each pattern of the Allow is covered by one of the Deny. `Not…` and missing elements count as covering. */
function reachesAll(
  denied: readonly PatternElement[],
  allowed: readonly PatternElement[],
  ignoreCase: boolean,
): boolean {
  if (denied.length === 0 || denied.some(({ negated, isPartial }) => negated || isPartial)) return true;
  const text = (value: string) => (ignoreCase ? value.toLowerCase() : value);
  const wide = denied.flatMap(({ patterns }) => patterns.map(({ value }) => text(value)));
  return allowed
    .flatMap(({ patterns }) => patterns)
    .every(({ value }) => wide.some((each) => each === text(value) || covers(each, text(value))));
}
