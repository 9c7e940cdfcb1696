// Which ways to more permissions a principal has.
import { ActionIndex } from '../actionIndex';
import { type Grant, grantOf, type Permissions, type Wanted } from '../permissions';
import { type Sayings, sayingsOf } from '../sayings';
import type { Statement } from '../types';
import type { EscalationPath } from './path';
import { escalationPaths } from './paths';
import { resourceForms } from './resources';

/** A path that a principal can go. */
export interface Escalation {
  readonly path: EscalationPath;
  /** What lets it do each of the things that the path needs, in their order. */
  readonly grants: readonly [Grant, ...Grant[]];
}

const index = new ActionIndex(resourceForms.keys());

/** What statements say of the actions that the paths need. */
export function escalationSayings(statements: readonly Statement[]): Sayings {
  return sayingsOf(statements, index);
}

/**
 * The paths that a principal can go, the plainest first. `own`: what the principal is and has, as the last field of an
 * ARN: `role/deploy`, `policy/deploy`.
 */
export function escalationsOf(permissions: Permissions, own: readonly string[]): readonly Escalation[] {
  const allowed = new Set(permissions.policies.flatMap((policy) => [...policy.allowed.keys()]));
  if (allowed.size === 0) return [];
  // Many paths begin with the same action.
  const known = new Map<string, Grant | undefined>();
  const grant = (wanted: Wanted) => {
    const key = [wanted.action, wanted.reach, ...wanted.own, ...wanted.passedTo].join(' ');
    if (!known.has(key)) known.set(key, grantOf(permissions, wanted));
    return known.get(key);
  };
  return escalationPaths.flatMap((path): readonly Escalation[] => {
    if (!path.needs.every((action) => allowed.has(action))) return [];
    const [first, ...others] = path.needs;
    const main = grant(wantedOf(path, first, own));
    const rest = main ? others.map((action) => grant(wantedOf(path, action, []))) : [];
    const granted = rest.filter((each) => each !== undefined);
    return main && granted.length === others.length ? [{ path, grants: [main, ...granted] }] : [];
  });
}

function wantedOf({ kind, needs, passedTo }: EscalationPath, action: string, own: readonly string[]): Wanted {
  return {
    action,
    form: resourceForms.get(action),
    reach: action === needs[0] ? 'all' : 'some',
    own: kind === 'self' ? own : [],
    passedTo: action === 'iam:PassRole' ? passedTo : [],
  };
}
