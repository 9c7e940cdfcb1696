// What a way to more permissions is: the actions that it takes, and what they make possible. No judgement on policies.

import type { ResourceKind } from '../resourceReach';

/** A way from the permissions that one has to others that one was not given. */
export interface EscalationPath {
  /** As pathfinding.cloud calls it, where it has a page there. */
  readonly id: string;
  readonly kind: PathKind;
  /**
   * The actions that it takes, each by its full name. The first is the one that must be allowed for every resource, or
   * for one's own; the others are needed once, for something of one's own making.
   */
  readonly needs: readonly [string, ...string[]];
  /** Of what else the first action must be allowed for one at least, where one is not enough to do what it says. */
  readonly through?: ResourceKind;
  /** Service principals that the role must be allowed to be passed to, all of them; empty without iam:PassRole. */
  readonly passedTo: readonly string[];
  /** What one can do, as it goes on behind `one can`. */
  readonly does: string;
  /** What would break the path, as a sentence. */
  readonly remedy: string;
  /** A page that describes it. */
  readonly source: string;
}

/**
 * `self`: gives oneself permissions. `principal`: gets at another principal. `pass-role`: gives a new resource any role.
 * `loosen`: takes away what limits oneself, a boundary or the newer version of a policy, and helps only where that leaves
 * something out. `target`: takes over an existing resource, and helps only where that has a role with more permissions.
 */
export type PathKind = 'self' | 'principal' | 'pass-role' | 'loosen' | 'target';

/** Where the path with this id is described, with the steps. */
export function pathPage(id: string): string {
  return `https://pathfinding.cloud/paths/${id}`;
}
