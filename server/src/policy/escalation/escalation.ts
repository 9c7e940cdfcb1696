// Which ways to more permissions a principal has.
import { ActionIndex } from '../actionIndex';
import { onceForStatement } from '../lowered';
import { type Permission, type Permissions, permissionFor, type Wanted } from '../permissions';
import { actionsSaidBy, type Sayings, sayingsOf } from '../sayings';
import type { Statement } from '../types';
import type { EscalationPath } from './path';
import { escalationPaths } from './paths';
import { resourceKinds } from './resources';

/** A path that a principal can go. */
export interface Escalation {
  readonly path: EscalationPath;
  /** What lets it do each of the things that the path needs, in their order. */
  readonly permissions: readonly [Permission, ...Permission[]];
}

const index = new ActionIndex(resourceKinds.keys());

/** What statements say of the actions that the paths need. */
export function escalationSayings(statements: readonly Statement[]): Sayings {
  return sayingsOf(statements.filter(speaksOfPaths), index);
}

/** The actions that paths need and statements allow: seen from afar, and quick where most were asked before. */
export function pathActionsOf(statements: readonly Statement[]): readonly string[] {
  const found: string[] = [];
  for (const statement of statements) found.push(...spokenOf(statement).allowed);
  return found;
}

/** Whether some path needs nothing but these actions. */
export function mayEscalate(actions: Iterable<string>): boolean {
  const allowed = new Set(actions);
  return (
    allowed.size > 0 && escalationPaths.some(({ needs }) => needs.every((action) => allowed.has(action)))
  );
}

function speaksOfPaths(statement: Statement): boolean {
  return spokenOf(statement) !== silence;
}

/** Most statements name other actions. */
function mayMatch({ actions }: Statement): boolean {
  return actions.some(
    ({ negated, isPartial, patterns }) =>
      negated ||
      isPartial ||
      patterns.some(({ value }) => value.includes('${') || index.matchesOf(value).length > 0),
  );
}

const silence: { readonly allowed: readonly string[] } = { allowed: [] };

/** The actions of the paths that a statement allows; `silence` where it speaks of none, as most do. */
const spokenOf = onceForStatement((statement) => {
  if (!mayMatch(statement)) return silence;
  if (statement.denies) return { allowed: [] };
  if (!statement.allows || statement.isPartial) return silence;
  return { allowed: statement.actions.flatMap((each) => actionsSaidBy(each, index)) };
});

/** The paths that a principal can go, the plainest first. */
export function escalationsOf(permissions: Permissions): readonly Escalation[] {
  const allowed = new Set(permissions.policies.flatMap((policy) => [...policy.allowed.keys()]));
  const known = new Map<Wanted, Permission | undefined>();
  const find = (wanted: Wanted) => {
    if (!known.has(wanted)) known.set(wanted, permissionFor(permissions, wanted));
    return known.get(wanted);
  };
  const found: Escalation[] = [];
  for (const { path, first, through, others } of steps) {
    // Most begin with what nobody has.
    if (!allowed.has(first.action) || !others.every(({ action }) => allowed.has(action))) continue;
    const main = through && !find(through) ? undefined : find(first);
    const rest = main ? others.map(find).filter((each) => each !== undefined) : [];
    if (main && rest.length === others.length) found.push({ path, permissions: [main, ...rest] });
  }
  return found;
}

/** A path with what it needs, one by one. What several paths need is there once. */
interface Steps {
  readonly path: EscalationPath;
  readonly first: Wanted;
  readonly through: Wanted | undefined;
  readonly others: readonly Wanted[];
}

const wanted = new Map<string, Wanted>();

function once(action: string, reach: Wanted['reach'], or: Wanted['or'], passedTo: readonly string[]): Wanted {
  const key = [action, reach, or, ...passedTo].join(' ');
  const known = wanted.get(key) ?? { action, kind: resourceKinds.get(action), reach, or, passedTo };
  wanted.set(key, known);
  return known;
}

/** Of which resources one is as good as all. */
const instead = {
  self: 'own',
  loosen: 'limits',
  principal: 'none',
  'pass-role': 'none',
  target: 'none',
} as const satisfies Record<EscalationPath['kind'], Wanted['or']>;

const steps: readonly Steps[] = escalationPaths.map((path) => {
  const [first, ...others] = path.needs;
  return {
    path,
    first: once(first, 'all', instead[path.kind], path.passedTo),
    through: path.through && {
      action: first,
      kind: path.through,
      reach: 'some',
      or: 'none',
      passedTo: [],
    },
    others: others.map((action) => once(action, 'some', 'none', [])),
  };
});
