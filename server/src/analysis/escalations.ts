// The ways to more permissions that a document opens, with what stands beside it in its configuration: for each statement
// that makes one the plainest of its ways.
import type { Analysis, FoundPolicy, SourceDocument } from '../analysis';
import { adminGrant } from '../policy/admin';
import {
  type Escalation,
  escalationSayings,
  escalationsOf,
  mayEscalate,
  pathActionsOf,
} from '../policy/escalation/escalation';
import type { EscalationPath } from '../policy/escalation/path';
import type { Permissions } from '../policy/permissions';
import type { Sayings } from '../policy/sayings';
import type { Statement } from '../policy/types';
import { holdersAround, isAdministrator, ownResources, type PolicyHolder, policyNames } from './principals';

/**
 * How certain it is that the way leads to more. `certain`: to whatever there is. `some-roles`: a role may be passed to
 * certain services only. `state`: something must be there that IAM alone tells. `target`: a resource must be there.
 */
export type Certainty = 'certain' | 'some-roles' | 'state' | 'target';

export interface OpenWay extends Escalation {
  readonly holder: PolicyHolder;
  readonly certainty: Certainty;
  /** How many other ways the same statement opens. */
  readonly others: number;
  /** The documents that the statements are in; left out: all in the one that is looked at. */
  readonly homes?: ReadonlyMap<Statement, SourceDocument>;
}

/**
 * One for each statement of the document. Administrators have no ways to more, and the ways of a group are not told of its
 * members. A way that takes permissions of several files of a configuration is told in the one that has the first of them.
 */
export function openWays(analysis: Analysis): readonly OpenWay[] {
  const known = new Map<FoundPolicy, Sayings>();
  const sayings = (found: FoundPolicy): Sayings => {
    const said = known.get(found) ?? escalationSayings(found.policy.statements);
    known.set(found, said);
    return said;
  };
  const identity = analysis.policies.filter(({ site }) => site.type === 'identity');
  const own = new Set<FoundPolicy>();
  const granted: string[] = [];
  for (const found of identity) {
    const actions = pathActionsOf(found.origin.statements);
    if (actions.length === 0) continue;
    own.add(found);
    granted.push(...actions);
  }
  if (own.size === 0 || (analysis.beside === undefined && !mayEscalate(granted))) return [];
  const { holders, homes } = holdersAround(analysis);
  const ways = new Map<Statement, OpenWay>();
  for (const holder of holders) {
    if (!holder.policies.some((found) => own.has(found))) continue;
    for (const way of waysOf(holder, sayings)) {
      const { statement } = way.permissions[0];
      const home = homes?.get(statement) ?? analysis.document;
      const other = ways.get(statement);
      if (home !== analysis.document || (other && rank(other.certainty) <= rank(way.certainty))) continue;
      ways.set(statement, homes ? { ...way, homes } : way);
    }
  }
  return [...ways.values()];
}

function waysOf(holder: PolicyHolder, sayings: (found: FoundPolicy) => Sayings): readonly OpenWay[] {
  const { boundary, policies } = holder;
  const own = ownResources(holder);
  const permissions: Permissions = {
    own,
    limits: typeof boundary === 'object' ? [...own, ...policyNames([boundary])] : own,
    policies: policies.map(sayings),
    boundary: typeof boundary === 'object' ? sayings(boundary) : boundary,
  };
  const all = escalationsOf(permissions).filter((each) => !isOfOthers(each, holder));
  if (all.length === 0) return [];
  const found = isAdministrator(holder)
    ? all.filter(({ path }) => isLeftToAdministrators(path, holder))
    : all;
  const best = Math.min(...found.map((each) => rank(certaintyOf(each))));
  const surest = found.filter((each) => rank(certaintyOf(each)) === best);
  const byStatement = new Map<Statement, Escalation[]>();
  for (const each of surest.filter((way) => !isImplied(way, surest))) {
    const { statement } = each.permissions[0];
    const others = byStatement.get(statement);
    if (others) others.push(each);
    else byStatement.set(statement, [each]);
  }
  return [...byStatement.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, holder, certainty: certaintyOf(first), others: others.length }] : [],
  );
}

const certainties: readonly Certainty[] = ['certain', 'some-roles', 'state', 'target'];

function rank(certainty: Certainty): number {
  return certainties.indexOf(certainty);
}

function certaintyOf({ path, permissions }: Escalation): Certainty {
  if (path.kind === 'loosen') return 'state';
  if (path.kind === 'target') return path.needs[0].startsWith('sts:') ? 'state' : 'target';
  return permissions.some(({ isLimited }) => isLimited) ? 'some-roles' : 'certain';
}

/** Whether a part of what it takes is a way already. */
function isImplied({ path }: Escalation, found: readonly Escalation[]): boolean {
  return found.some(
    ({ path: other }) =>
      other.needs.length < path.needs.length && other.needs.every((action) => path.needs.includes(action)),
  );
}

/** Of a user, for a role; of a role, for a user. One’s own boundary is none of them. */
function isOfOthers({ path: { kind, needs } }: Escalation, holder: PolicyHolder): boolean {
  if (kind !== 'loosen' || holder.kind === undefined) return false;
  return needs[0].includes(holder.kind === 'role' ? 'User' : 'Role');
}

/** Only what their boundary keeps them from. */
function isLeftToAdministrators({ kind }: EscalationPath, { boundary }: PolicyHolder): boolean {
  if (kind !== 'loosen' || typeof boundary !== 'object') return false;
  const { statements } = boundary.policy;
  return statements.some(({ denies }) => denies) || !statements.some((statement) => adminGrant(statement));
}
