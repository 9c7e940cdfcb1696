// What a condition says of multi-factor authentication. Requests with long-term access keys, of services and of
// federated users lack both keys.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
import { clausesOf, demandsKey, type ReadClause } from './clauses';
import type { Statement } from './types';

const PRESENT = 'aws:multifactorauthpresent';
const AGE = 'aws:multifactorauthage';

/** The clauses on MFA, in source order. */
export function mfaClauses(statement: Statement): readonly ReadClause[] {
  return clausesOf(statement).filter(({ lowerKey }) => lowerKey === PRESENT || lowerKey === AGE);
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
