// The ways to more permissions that a document opens: for each statement that makes one the plainest of its ways.
import type { Analysis, FoundPolicy } from '../analysis';
import { adminGrant } from '../policy/admin';
import {
  type Escalation,
  escalationSayings,
  escalationsOf,
  mayEscalate,
} from '../policy/escalation/escalation';
import type { Permissions } from '../policy/permissions';
import type { Sayings } from '../policy/sayings';
import type { Statement } from '../policy/types';
import { type PolicyHolder, policyHolders } from './principals';

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
}

/** One for each statement. Administrators have no ways to more, and the ways of a group are not told of its members. */
export function openWays(analysis: Analysis): readonly OpenWay[] {
  const known = new Map<FoundPolicy, Sayings>();
  const sayings = (found: FoundPolicy): Sayings => {
    const said = known.get(found) ?? escalationSayings(found.policy.statements);
    known.set(found, said);
    return said;
  };
  const identity = analysis.policies.filter(({ site }) => site.type === 'identity');
  if (!mayEscalate(identity.flatMap(({ origin }) => origin.statements))) return [];
  const ways = new Map<Statement, OpenWay>();
  for (const holder of policyHolders(analysis)) {
    // Most have no permission that any way begins with.
    if (!holder.policies.some((found) => sayings(found).allowed.size > 0)) continue;
    for (const way of waysOf(holder, sayings)) {
      const { statement } = way.permissions[0];
      const other = ways.get(statement);
      if (!other || rank(way.certainty) < rank(other.certainty)) ways.set(statement, way);
    }
  }
  return [...ways.values()];
}

function waysOf(holder: PolicyHolder, sayings: (found: FoundPolicy) => Sayings): readonly OpenWay[] {
  const { boundary, policies } = holder;
  const permissions: Permissions = {
    own: ownResources(holder),
    policies: policies.map(sayings),
    boundary: typeof boundary === 'object' ? sayings(boundary) : boundary,
  };
  const found = escalationsOf(permissions);
  if (found.length === 0 || isAdministrator(holder)) return [];
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
  if (path.kind === 'target') return /^(?:iam|sts):/.test(path.needs[0]) ? 'state' : 'target';
  return permissions.some(({ isLimited }) => isLimited) ? 'some-roles' : 'certain';
}

/** Whether a part of what it takes is a way already. */
function isImplied({ path }: Escalation, found: readonly Escalation[]): boolean {
  return found.some(
    ({ path: other }) =>
      other.needs.length < path.needs.length && other.needs.every((action) => path.needs.includes(action)),
  );
}

function isAdministrator({ policies, managed }: PolicyHolder): boolean {
  return (
    managed.some(({ policy }) => policy?.endsWith(':policy/AdministratorAccess')) ||
    policies.some(({ policy }) => policy.statements.some((statement) => adminGrant(statement)))
  );
}

/** As the last field of an ARN. A user is known to itself by a policy variable. */
function ownResources({ kind, name, policies }: PolicyHolder): readonly string[] {
  const names = policies.flatMap(({ site }) =>
    site.storage === 'managed' && site.name !== undefined ? [`policy/${site.name}`] : [],
  );
  const self = kind === undefined || name === undefined ? [] : [`${kind}/${name}`];
  const isUser = kind === undefined || kind === 'user' || kind === 'group';
  return [...self, ...names, ...(isUser ? ['user/${aws:username}'] : [])];
}
