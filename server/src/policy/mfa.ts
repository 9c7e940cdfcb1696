// What a condition says of multi-factor authentication. Requests with long-term access keys, of services and of
// federated users lack both keys.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
import { clausesOf, demandsKey, type Phrase, type ReadClause } from './clauses';
import type { Statement } from './types';

const PRESENT = 'aws:multifactorauthpresent';
const AGE = 'aws:multifactorauthage';

/** Whether a condition has a clause on MFA: the cheap look before a rule on them starts. */
export function speaksOfMfa(statement: Statement): boolean {
  return clausesOf(statement).some(isMfaKey);
}

export function isMfaKey({ lowerKey }: Phrase): boolean {
  return lowerKey === PRESENT || lowerKey === AGE;
}

/** The clauses on MFA, in source order. */
export function mfaClauses(statement: Statement): readonly ReadClause[] {
  return clausesOf(statement).filter(isMfaKey);
}

/** Whether a clause compares whether MFA was used with this value, and with no other. */
export function comparesMfa({ lowerKey, compares, values, isPartial }: ReadClause, value: boolean): boolean {
  return (
    lowerKey === PRESENT &&
    compares.name === 'Bool' &&
    compares.set === undefined &&
    !isPartial &&
    values.length > 0 &&
    values.every(({ text }) => text.toLowerCase() === String(value))
  );
}

/** Whether a clause holds where MFA was used too long ago, and not without MFA. */
export function limitsMfaAge({ lowerKey, compares }: Phrase): boolean {
  return (
    lowerKey === AGE &&
    compares.name.startsWith('NumericGreater') &&
    !compares.ifExists &&
    compares.set !== 'ForAllValues'
  );
}

/** Whether a statement is about requests that have no word of MFA at all: they match it, or it asks for them. */
export function matchesWithoutMfaKey(statement: Statement): boolean {
  return mfaClauses(statement).some((clause) => clause.compares.ifExists || asksForKey(clause, 'true'));
}

/** Whether a statement asks that the request has a word of MFA. */
export function demandsMfaKey(statement: Statement): boolean {
  return mfaClauses(statement).some((clause) => demandsKey(clause) || asksForKey(clause, 'false'));
}

/** Whether it is a Null check with this value; `true`: the key must be missing. */
function asksForKey({ family, values }: ReadClause, value: 'true' | 'false'): boolean {
  return family === 'Null' && values.some(({ text }) => text.toLowerCase() === value);
}

/** Whether a clause holds in each of three cases. */
export interface MfaOutcome {
  readonly withMfa: boolean;
  readonly withoutMfa: boolean;
  readonly accessKey: boolean;
}

/**
 * For whom a clause on whether MFA was used holds. The key is `true` in a session with MFA, `false` in one without, and
 * missing with a long-term access key. `undefined` for other operators, and where values are not all known.
 */
export function mfaOutcome({
  lowerKey,
  family,
  compares,
  values,
  isPartial,
}: ReadClause): MfaOutcome | undefined {
  if (lowerKey !== PRESENT || isPartial || values.length === 0) return undefined;
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
