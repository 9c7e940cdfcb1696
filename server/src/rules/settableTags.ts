// Whether whoever has an Allow that depends on a tag may set that very tag, and so gets what the tag should keep from it.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/control-access-with-tags.html
import type { FoundPolicy } from '../analysis';
import { isAdministrator, type PolicyHolder } from '../analysis/principals';
import { isGlob } from '../base/glob';
import { rememberEach } from '../base/rememberEach';
import { rememberLast } from '../base/rememberLast';
import type { Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';
import { ActionIndex } from '../policy/actionIndex';
import { type Permission, type Permissions, permissionFor } from '../policy/permissions';
import { type ResourceKind, reaches } from '../policy/resourceReach';
import { type TagDemand, tagDemands } from '../policy/tagDemands';
import type { Statement } from '../policy/types';
import { actionsOf, type Granted, gainedOf, grantedBy, kindsOf, readPermissions } from './grantedActions';
import { maySetTags, settersOf, taggablesOf } from './taggable';

export interface SettableTag {
  readonly demand: TagDemand;
  /** What sets the tag, by its full name, and what allows it. */
  readonly setter: string;
  readonly permission: Permission;
  /** An action that one gets by it, by its full name. */
  readonly gained: string;
}

/** The first tag that a statement demands and whoever has it may set. */
export function settableTag(
  statement: Statement,
  holder: PolicyHolder,
  catalog: Catalog,
): SettableTag | undefined {
  const taggers = taggersIn(holder.policies);
  if (taggers.size === 0 || isAdministrator(holder)) return undefined;
  for (const demand of tagDemands(statement)) {
    for (const granted of grantedBy(statement, catalog)) {
      const find = demand.bearer === 'principal' ? ownTag : resourceTag;
      const found = find(demand, granted, { statement, holder, catalog, taggers });
      if (found) return { demand, ...found };
    }
  }
  return undefined;
}

interface Asked {
  readonly statement: Statement;
  readonly holder: PolicyHolder;
  readonly catalog: Catalog;
  readonly taggers: ReadonlySet<string>;
}

type Found = Omit<SettableTag, 'demand'> | undefined;

/** The services whose tags policies may perhaps let one set, in lower case; `*` for any. A cheap look. */
export const taggersIn = rememberLast((policies: readonly FoundPolicy[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { policy } of policies) {
    for (const { allows, condition, actions } of policy.statements) {
      if (!allows || condition) continue;
      for (const { negated, patterns } of actions) {
        if (negated) found.add('*');
        for (const { value } of patterns) if (MAY_TAG.test(value)) addTagger(value, found);
      }
    }
  }
  return found;
});

/** Cheaper than a look at each name. */
const MAY_TAG = /tag|[*?]/i;

function addTagger(pattern: string, found: Set<string>): void {
  const { service, name } = parseAction(pattern) ?? { service: pattern, name: '*' };
  if (maySetTags(name)) found.add(isGlob(service) ? '*' : service.toLowerCase());
}

function mayTag({ taggers }: Asked, service: string): boolean {
  return taggers.has('*') || taggers.has(service);
}

/** The tag of every resource of a kind. */
function resourceTag({ keyStart }: TagDemand, granted: Granted, asked: Asked): Found {
  const { statement, holder, catalog } = asked;
  const taggables = taggablesOf(granted.service).filter(
    ({ kind, keys }) => mayTag(asked, kind.service) && keys.some((key) => key.startsWith(keyStart)),
  );
  const actions = taggables.length === 0 ? [] : actionsOf(granted);
  for (const { type, kind } of taggables) {
    const onType = actions.filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === type));
    const owner = onType.length === 0 ? undefined : catalog.service(kind.service);
    if (!owner || !mayReach(statement, kind)) continue;
    const { byResource, index } = settersOf(owner);
    const permissions = permissionsOf(holder, index);
    for (const setter of byResource.get(kind.resource) ?? []) {
      const permission = settingOf(permissions, setter, kind);
      const gained = permission && gainedOf(onType, granted.service, holder, () => [kind]);
      if (gained) return { setter, permission, gained };
    }
  }
  return undefined;
}

/** The tag of one’s own user or role. Who may write its policies needs no tag. */
function ownTag(_: TagDemand, granted: Granted, asked: Asked): Found {
  if (!mayTag(asked, 'iam')) return undefined;
  const { statement, holder } = asked;
  const { kind } = holder;
  const kinds = kind === 'role' ? ['Role'] : kind === undefined ? ['User', 'Role'] : ['User'];
  const permissions = permissionsOf(holder, ownSetters);
  const own = kinds.map((name) => ({ resource: `${name.toLowerCase()}/*`, service: 'iam', name }));
  const [found, ...others] = own.map(({ name, ...each }) => {
    const permission = settingOf(permissions, `iam:Tag${name}`, each);
    return permission && !settingOf(permissions, `iam:Put${name}Policy`, each)
      ? { setter: `iam:Tag${name}`, permission }
      : undefined;
  });
  if (!found || others.includes(undefined)) return undefined;
  const gained = gainedOf(actionsOf(granted), granted.service, holder, (action) =>
    kindsOf(action, granted.service).filter((each) => each === undefined || mayReach(statement, each)),
  );
  return gained === undefined ? undefined : { ...found, gained };
}

const ownSetters = new ActionIndex(['iam:TagUser', 'iam:TagRole', 'iam:PutUserPolicy', 'iam:PutRolePolicy']);

function mayReach(statement: Statement, kind: ResourceKind): boolean {
  return reaches(statement, { kind, reach: 'some', own: [] });
}

/** A Deny with a condition mostly speaks of the very tags. */
function settingOf(permissions: Permissions, setter: string, kind: ResourceKind): Permission | undefined {
  const { policies, boundary } = permissions;
  const bounds = typeof boundary === 'object' ? [boundary] : [];
  if ([...policies, ...bounds].some(({ denied }) => denied.get(setter)?.some(hasCondition))) return undefined;
  return permissionFor(permissions, { action: setter, kind, reach: 'all', or: 'own', passedTo: [] });
}

function hasCondition({ statement }: { readonly statement: Statement }): boolean {
  return statement.condition !== undefined;
}

/** What is said of the setters of a service, once for all statements of a holder. */
function permissionsOf(holder: PolicyHolder, index: ActionIndex): Permissions {
  const known = permissionsKnown(holder);
  const permissions = known.get(index) ?? readPermissions(holder, index);
  known.set(index, permissions);
  return permissions;
}

const permissionsKnown = rememberEach((_: PolicyHolder) => new Map<ActionIndex, Permissions>());
