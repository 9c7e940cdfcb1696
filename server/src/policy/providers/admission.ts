// Who may assume a role through an identity provider: the one judgement that rules and hovers share.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
import { globMatches } from '../../base/glob';
import { clausesOf, type ReadClause } from '../clauses';
import { hasUnknownClauses } from '../condition';
import type { OidcPrincipal } from '../oidc';
import type { Policy, Statement } from '../types';
import { claimOf, type OpenValue, openValues, outcomeOf } from './claimClause';
import { tokenIssuers } from './issuers';
import { type Level, levels, type Provider } from './provider';
import { providerOf } from './table';

/**
 * `open`: strangers may, customers of a shared issuer whom nobody here knows. `half-open`: a whole organization, or
 * whatever runs in a project. `closed`: what the condition names. `unknown`: nobody here can tell.
 */
export type Reach = 'open' | 'half-open' | 'closed' | 'unknown';

export interface Admission {
  readonly statement: Statement;
  readonly principal: OidcPrincipal;
  readonly provider: Provider;
  readonly reach: Reach;
  /** The widest level that nothing limits; `undefined` where the reach is not open in any way. */
  readonly level: Level | undefined;
  /** In plain words, to follow "may assume this role": who gets in where a level is open. */
  readonly who: string | undefined;
  /** The values that decide; empty where it is a condition that is missing. */
  readonly because: readonly OpenValue[];
  /** The claims of the provider that the condition compares, in lower case. */
  readonly claims: ReadonlySet<string>;
}

const known = new WeakMap<Policy, readonly Admission[]>();

/**
 * Judges each Allow of a trust policy for each provider in it that is known. The values of a clause are alternatives
 * and the clauses belong together, whatever their order: a level is open where each clause leaves it open. Silent
 * where a condition is known only in part, and where a Deny of the policy speaks of the same tokens.
 */
export function admissionsOf(policy: Policy): readonly Admission[] {
  const found = known.get(policy);
  if (found) return found;
  const denied = policy.statements.filter(({ denies }) => denies).flatMap(clausesOf);
  const admissions = policy.statements.flatMap((statement) =>
    admissionsIn(statement).filter(
      ({ principal }) => !denied.some((clause) => claimOf(clause, principal.prefix) !== undefined),
    ),
  );
  known.set(policy, admissions);
  return admissions;
}

/** Judges one statement, whatever the rest of its policy denies. */
export function admissionsIn(statement: Statement): readonly Admission[] {
  const { condition } = statement;
  if (!assumesByToken(statement) || (condition && hasUnknownClauses(condition))) return [];
  return tokenIssuers(statement).flatMap((principal) => {
    const provider = providerOf(principal.prefix);
    return provider ? [judge(statement, principal, provider)] : [];
  });
}

/** Whether a statement allows sts:AssumeRoleWithWebIdentity; alone, its other actions let nobody in. */
export function assumesByToken({ allows, actions, isPartial }: Statement): boolean {
  if (!allows || isPartial) return false;
  return actions.some(
    ({ negated, patterns }) =>
      !negated && patterns.some(({ value }) => globMatches(value, 'sts:AssumeRoleWithWebIdentity', true)),
  );
}

function judge(statement: Statement, principal: OidcPrincipal, provider: Provider): Admission {
  const clauses = clausesOf(statement);
  const issuer = principal.prefix;
  const claims = new Set(clauses.flatMap((clause) => claimOf(clause, issuer) ?? []));
  const about = { statement, principal, provider, claims };
  let reach: Reach = clauses.length < (statement.condition?.clauses.length ?? 0) ? 'unknown' : 'closed';
  for (const level of levels.filter((each) => hasLevel(provider, each))) {
    const outcomes = clauses.map((clause) => outcomeOf(clause, issuer, provider, level));
    if (reach !== 'unknown' && outcomes.every((outcome) => outcome === 'open')) {
      const isOpen = level === 'tenant' && provider.isShared;
      const because = valuesBehind(clauses, issuer, provider, level);
      return { ...about, reach: isOpen ? 'open' : 'half-open', level, who: provider.who[level], because };
    }
    if (!outcomes.includes('limited')) reach = 'unknown';
  }
  return { ...about, reach, level: undefined, who: undefined, because: [] };
}

function hasLevel({ fields, who }: Provider, level: Level): boolean {
  return who[level] !== undefined && [...fields.values()].flat().includes(level);
}

function valuesBehind(
  clauses: readonly ReadClause[],
  issuer: string,
  provider: Provider,
  level: Level,
): readonly OpenValue[] {
  return clauses.flatMap((clause) => openValues(clause, issuer, provider, level));
}
