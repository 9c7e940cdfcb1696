// For whom a clause on aws:MultiFactorAuthPresent holds. The key is there in requests with temporary credentials alone:
// `true` after MFA, `false` without; a request with a long-term access key does not have it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
import type { ReadClause } from './clauses';

export const MFA_PRESENT = 'aws:multifactorauthpresent';

/** Whether the clause holds in each of the three cases. */
export interface MfaOutcome {
  readonly withMfa: boolean;
  readonly withoutMfa: boolean;
  readonly accessKey: boolean;
}

/** `undefined` for a clause on something else, with another operator, or with values that are not all known. */
export function mfaOutcome({
  lowerKey,
  family,
  compares,
  values,
  isPartial,
}: ReadClause): MfaOutcome | undefined {
  if (lowerKey !== MFA_PRESENT || isPartial || values.length === 0) return undefined;
  const wanted = values.map(({ text }) => text.toLowerCase());
  if (!wanted.every((each) => each === 'true' || each === 'false')) return undefined;
  if (family === 'Bool') {
    const accessKey = compares.ifExists || compares.set === 'ForAllValues';
    return { withMfa: wanted.includes('true'), withoutMfa: wanted.includes('false'), accessKey };
  }
  if (family !== 'Null' || compares.ifExists || compares.set) return undefined;
  const whenThere = wanted.includes('false');
  return { withMfa: whenThere, withoutMfa: whenThere, accessKey: wanted.includes('true') };
}
