// Condition keys whose values must be told apart exactly, so that AWS takes no wildcards in them; and the two sides of
// aws:userid.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive
import type { ReadClause } from './clauses';
import type { Statement } from './types';

const sensitive: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
]);

/** `lowerKey`: in lower case. */
export function isSensitiveKey(lowerKey: string): boolean {
  return sensitive.has(lowerKey);
}

/** Whether a value that matches more gives more access: in an Allow, or as the exception of a Deny. */
export function widens({ allows, denies }: Statement, { compares }: ReadClause): boolean {
  return compares.negated ? denies && !allows : allows && !denies;
}

/** What stands before the colon of a value of aws:userid (`role id:session name`); `undefined` without one. */
export function userIdLeft(text: string): string | undefined {
  return /^((?:\$\{[^}]*\}|[^:$]|\$(?!\{))*):/.exec(text)?.[1];
}
