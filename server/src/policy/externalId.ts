// The external ID that a third party gives when it assumes a role: where a condition compares it, and which texts can
// be one.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
import { isGlob } from '../base/glob';
import { clausesOf, demandsKey, type ReadClause } from './clauses';
import type { Statement } from './types';

const KEY = 'sts:externalid';

/** The clauses that let in only callers who give an external ID. */
export function externalIdClauses(statement: Statement): readonly ReadClause[] {
  return clausesOf(statement).filter((clause) => clause.lowerKey === KEY && demandsKey(clause));
}

/** Why a text can never be an external ID; `undefined` where it can. `*` and `?` are taken for wildcards. */
export function externalIdFault(text: string): 'length' | 'character' | undefined {
  if (text.includes('${')) return undefined;
  if (text.length > 1224 || (text.length < 2 && !isGlob(text))) return 'length';
  return /^[\w+=,.@:/*?-]*$/.test(text) ? undefined : 'character';
}

/** Whether it is what people write where the ID is still to be put in. */
export function isPlaceholderId(text: string): boolean {
  return /^(?:<.*>|\[.*\]|x{2,}|0+|12345(?:6(?:7(?:8(?:90?)?)?)?)?|change[-_]?me|todo|test|example|dummy|placeholder|(?:my|your|the|some)?[-_ ]?(?:unique)?[-_ ]?external[-_ ]?id(?:entifier)?(?:[-_ ]?here)?)$/i.test(
    text.trim(),
  );
}
