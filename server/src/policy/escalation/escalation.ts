// Which ways to more permissions a principal has.
import { ActionIndex } from '../actionIndex';
import { type Permission, type Permissions, permissionFor, type Wanted } from '../permissions';
import { type Sayings, sayingsOf } from '../sayings';
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
  return sayingsOf(statements, index);
}

/** The paths that a principal can go, the plainest first. */
export function escalationsOf(permissions: Permissions): readonly Escalation[] {
  const allowed = new Set(permissions.policies.flatMap((policy) => [...policy.allowed.keys()]));
  const known = new Map<Wanted, Permission | undefined>();
  const find = (wanted: Wanted) => {
    if (!known.has(wanted)) known.set(wanted, permissionFor(permissions, wanted));
    return known.get(wanted);
  };
  const found: Escalation[] = [];
  for (const { path, first, others } of steps) {
    // Most begin with what nobody has.
    if (!allowed.has(first.action) || !others.every(({ action }) => allowed.has(action))) continue;
    const main = find(first);
    const rest = main ? others.map(find).filter((each) => each !== undefined) : [];
    if (main && rest.length === others.length) found.push({ path, permissions: [main, ...rest] });
  }
  return found;
}

/** A path with what it needs, one by one. What several paths need is there once. */
interface Steps {
  readonly path: EscalationPath;
  readonly first: Wanted;
  readonly others: readonly Wanted[];
}

const wanted = new Map<string, Wanted>();

function once(action: string, reach: Wanted['reach'], orOwn: boolean, passedTo: readonly string[]): Wanted {
  const key = [action, reach, orOwn, ...passedTo].join(' ');
  const known = wanted.get(key) ?? { action, kind: resourceKinds.get(action), reach, orOwn, passedTo };
  wanted.set(key, known);
  return known;
}

const steps: readonly Steps[] = escalationPaths.map((path) => {
  const [first, ...others] = path.needs;
  return {
    path,
    first: once(first, 'all', path.kind === 'self', path.passedTo),
    others: others.map((action) => once(action, 'some', false, [])),
  };
});
