// The external ID that a third party gives when it assumes a role: where a condition compares it, and which texts can
// be one.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
import { clausesOf, demandsKey, type ReadClause } from './clauses';
import type { Statement } from './types';

const KEY = 'sts:externalid';

/** The clauses that let in only callers who give an external ID. */
export function externalIdClauses(statement: Statement): readonly ReadClause[] {
  return clausesOf(statement).filter((clause) => clause.lowerKey === KEY && demandsKey(clause));
}

/** Why a text can never be an external ID; `undefined` where it can. `patterns`: whether `*` and `?` are wildcards. */
export function externalIdFault(text: string, patterns: boolean): 'length' | 'character' | undefined {
  if (text.includes('${')) return undefined;
  const isOpen = patterns && /[*?]/.test(text);
  if (text.length > 1224 || (text.length < 2 && !isOpen)) return 'length';
  const known = patterns ? text.replace(/[*?]/g, '') : text;
  return /^[\w+=,.@:/-]*$/.test(known) ? undefined : 'character';
}

/** Whether it is what people write where the ID is still to be put in. */
export function isPlaceholderId(text: string): boolean {
  return /^(?:<.*>|\[.*\]|x{2,}|0+|12345(?:6(?:7(?:8(?:90?)?)?)?)?|change[-_]?me|todo|test|example|dummy|placeholder|(?:my|your|the|some)?[-_ ]?(?:unique)?[-_ ]?external[-_ ]?id(?:entifier)?(?:[-_ ]?here)?)$/i.test(
    text.trim(),
  );
}
