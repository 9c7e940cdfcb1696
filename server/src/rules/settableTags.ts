// Whether whoever has an Allow that depends on a tag may set that very tag, and so gets what the tag should keep from it.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/control-access-with-tags.html
import type { FoundPolicy } from '../analysis';
import { isAdministrator, type PolicyHolder } from '../analysis/principals';
import { isGlob } from '../base/glob';
import { rememberLast } from '../base/rememberLast';
import type { ActionEntry, Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';
import { ActionIndex } from '../policy/actionIndex';
import { type Permission, type Permissions, permissionFor, type Wanted } from '../policy/permissions';
import { meetInPlace, type ResourceKind, reaches } from '../policy/resourceReach';
import { type TagDemand, tagDemands } from '../policy/tagDemands';
import type { Statement } from '../policy/types';
import {
  actionsOf,
  fullName,
  type Granted,
  grantedBy,
  isGained,
  kindsOf,
  permissionsOf,
} from './grantedActions';
import { maySetTags, settersOf, type Taggable, taggablesOf } from './taggable';

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

/** The tag of every resource of the kinds on which an action is. */
function resourceTag({ keyStart }: TagDemand, granted: Granted, asked: Asked): Found {
  const taggables = taggablesOf(granted.service).filter(({ keys }) =>
    keys.some((key) => key.startsWith(keyStart)),
  );
  const open = new Set(taggables.filter(({ kind }) => mayTag(asked, kind.service)).map(({ type }) => type));
  if (open.size === 0) return undefined;
  const settings = new Map<Taggable, Setting>();
  const settingFor = (taggable: Taggable) => {
    const known = settings.get(taggable) ?? settingOn(taggable, asked);
    settings.set(taggable, known);
    return known;
  };
  for (const action of actionsOf(granted)) {
    if (!action.resourceTypes.some(({ name }) => open.has(name))) continue;
    const setting = settingOfAll(action, taggables, settingFor);
    if (!setting || !isGained(action, granted, asked.holder, () => [setting.kind])) continue;
    return { setter: setting.setter, permission: setting.permission, gained: fullName(granted, action) };
  }
  return undefined;
}

/** Of all resources that an action needs, as far as a statement speaks of them; of one where it needs none of them. */
function settingOfAll(
  { resourceTypes }: ActionEntry,
  taggables: readonly Taggable[],
  settingFor: (taggable: Taggable) => Setting,
): Settable | undefined {
  const settingsOf = (isNeeded: boolean) => {
    const types = resourceTypes.filter(({ required }) => required === isNeeded).map(({ name }) => name);
    return taggables.filter(({ type }) => types.includes(type)).map(settingFor);
  };
  const needed = settingsOf(true).filter((each) => each !== 'unreached');
  if (needed.includes('kept')) return undefined;
  return (needed.length > 0 ? needed : settingsOf(false)).find((each) => typeof each === 'object');
}

interface Settable {
  readonly kind: ResourceKind;
  readonly setter: string;
  readonly permission: Permission;
}

/** `unreached`: a statement does not speak of such resources. `kept`: whoever has it may not set their tags. */
type Setting = 'unreached' | 'kept' | Settable;

function settingOn({ kind }: Taggable, asked: Asked): Setting {
  const { statement, holder, catalog } = asked;
  if (!mayReach(statement, kind)) return 'unreached';
  const owner = mayTag(asked, kind.service) ? catalog.service(kind.service) : undefined;
  if (!owner) return 'kept';
  const { byResource, index } = settersOf(owner);
  const permissions = permissionsOf(holder, index);
  for (const setter of byResource.get(kind.resource) ?? []) {
    const permission = settingOf(permissions, setter, kind, 'none');
    if (permission && meetInPlace(permission.statement, statement, kind)) return { setter, permission, kind };
  }
  return 'kept';
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
    const permission = settingOf(permissions, `iam:Tag${name}`, each, 'own');
    return permission && !settingOf(permissions, `iam:Put${name}Policy`, each, 'own')
      ? { setter: `iam:Tag${name}`, permission }
      : undefined;
  });
  if (!found || others.includes(undefined)) return undefined;
  const gained = actionsOf(granted).find((action) =>
    isGained(action, granted, holder, () => kindsReached(action, granted, statement)),
  );
  return gained && { ...found, gained: fullName(granted, gained) };
}

function kindsReached(
  action: ActionEntry,
  { service }: Granted,
  statement: Statement,
): readonly (ResourceKind | undefined)[] {
  return kindsOf(action, service).filter((kind) => kind === undefined || mayReach(statement, kind));
}

const ownSetters = new ActionIndex(['iam:TagUser', 'iam:TagRole', 'iam:PutUserPolicy', 'iam:PutRolePolicy']);

function mayReach(statement: Statement, kind: ResourceKind): boolean {
  return reaches(statement, { kind, reach: 'some', own: [] });
}

/** A Deny with a condition mostly speaks of the very tags. */
function settingOf(
  permissions: Permissions,
  setter: string,
  kind: ResourceKind,
  or: Wanted['or'],
): Permission | undefined {
  const { policies, boundary } = permissions;
  const bounds = typeof boundary === 'object' ? [boundary] : [];
  if ([...policies, ...bounds].some(({ denied }) => denied.get(setter)?.some(hasCondition))) return undefined;
  return permissionFor(permissions, { action: setter, kind, reach: 'all', or, passedTo: [] });
}

function hasCondition({ statement }: { readonly statement: Statement }): boolean {
  return statement.condition !== undefined;
}
