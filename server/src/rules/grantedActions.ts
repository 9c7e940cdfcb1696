// What the actions of a statement give a principal that its other statements do not.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
import type { FoundPolicy } from '../analysis';
import { ownResources, type PolicyHolder } from '../analysis/principals';
import { globMatches, isGlob } from '../base/glob';
import type { ActionEntry, Catalog, ServiceEntry } from '../catalog/types';
import { parseAction } from '../policy/action';
import { ActionIndex } from '../policy/actionIndex';
import type { Permissions } from '../policy/permissions';
import { kindOf, type ResourceKind, reaches, takesAway } from '../policy/resourceReach';
import { type Sayings, sayingsOf } from '../policy/sayings';
import { hasHole, textsOf } from '../policy/text';
import type { Statement } from '../policy/types';

/** Actions of one service that a statement names. */
export interface Granted {
  readonly service: ServiceEntry;
  readonly patterns: readonly string[];
}

export function grantedBy({ actions }: Statement, catalog: Catalog): readonly Granted[] {
  const found = new Map<ServiceEntry, string[]>();
  for (const element of actions.filter(({ negated }) => !negated)) {
    for (const text of textsOf(element)) {
      const parts = hasHole(text) ? undefined : parseAction(text.value);
      const service = parts && catalog.service(parts.service);
      if (!parts || !service) continue;
      found.set(service, [...(found.get(service) ?? []), parts.name]);
    }
  }
  return [...found].map(([service, patterns]) => ({ service, patterns }));
}

/** Setting tags is what one has already. */
export function actionsOf({ service, patterns }: Granted): readonly ActionEntry[] {
  const named = patterns.flatMap((pattern) =>
    isGlob(pattern)
      ? service.actions.filter(({ name }) => globMatches(pattern, name, true))
      : (service.action(pattern) ?? []),
  );
  return named.filter(({ levels }) => !levels.includes('Tagging'));
}

/** The first of the actions that the holder has nowhere without the tag, and that nothing takes away. */
export function gainedOf(
  actions: readonly ActionEntry[],
  { prefix }: ServiceEntry,
  holder: PolicyHolder,
  kindsFor: (action: ActionEntry) => readonly (ResourceKind | undefined)[],
): string | undefined {
  const index = new ActionIndex(actions.map(({ name }) => `${prefix}:${name}`));
  const { policies, boundary } = readPermissions(holder, index);
  return actions
    .filter((action) => {
      const name = `${prefix}:${action.name}`;
      if (typeof boundary === 'object' && !boundary.allowed.has(name)) return false;
      return kindsFor(action).some((kind) => !policies.some((each) => settles(each, name, kind)));
    })
    .map(({ name }) => `${prefix}:${name}`)[0];
}

/** Whether a policy gives an action on all of a kind without a condition, or denies it there. */
function settles({ allowed, denied }: Sayings, action: string, kind: ResourceKind | undefined): boolean {
  const wanted = { kind, reach: 'all', own: [] } as const;
  const isPlain = ({ statement }: { readonly statement: Statement }) => statement.condition === undefined;
  return (
    allowed.get(action)?.some((said) => isPlain(said) && reaches(said.statement, wanted)) === true ||
    denied.get(action)?.some((said) => isPlain(said) && takesAway(said.statement, wanted)) === true
  );
}

/** `undefined` stands for an action that knows no resources. */
export function kindsOf(
  { resourceTypes }: ActionEntry,
  service: ServiceEntry,
): readonly (ResourceKind | undefined)[] {
  const names = new Set(resourceTypes.map(({ name }) => name));
  if (names.size === 0) return [undefined];
  return service.resourceTypes.filter(({ name }) => names.has(name)).flatMap(({ arns }) => arns.map(kindOf));
}

/** What the policies of a holder say of the actions of an index. */
export function readPermissions(holder: PolicyHolder, index: ActionIndex): Permissions {
  const { policies, boundary } = holder;
  const say = ({ policy }: FoundPolicy) => sayingsOf(policy.statements, index);
  const own = ownResources(holder);
  const bounds = typeof boundary === 'object' ? say(boundary) : boundary;
  return { own, limits: own, policies: policies.map(say), boundary: bounds };
}
