// What a clause comes to whose value is `*`: such a pattern asks only whether the key is there, or nothing at all.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import type { ReadClause } from './clauses';
import { passesWithoutKey, takesWildcards } from './operator';

/** Holds where the key is there, where it is not, in both cases, in none. */
export type AnyTextOutcome = 'present' | 'absent' | 'always' | 'never';

/** `undefined` for a clause whose values are not all known, or do not have `*` among them. */
export function anyTextOutcome({ compares, values, isPartial }: ReadClause): AnyTextOutcome | undefined {
  if (isPartial || !takesWildcards(compares.name) || !values.some(({ text }) => /^\*+$/.test(text)))
    return undefined;
  const whenPresent = !compares.negated;
  const whenAbsent = passesWithoutKey(compares);
  if (whenPresent) return whenAbsent ? 'always' : 'present';
  return whenAbsent ? 'absent' : 'never';
}
