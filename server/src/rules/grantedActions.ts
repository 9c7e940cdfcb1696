// What the actions of a statement give a principal that its other statements do not.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
import type { FoundPolicy } from '../analysis';
import { ownResources, type PolicyHolder } from '../analysis/principals';
import { globMatches, isGlob } from '../base/glob';
import { rememberEach } from '../base/rememberEach';
import { rememberTexts } from '../base/rememberTexts';
import type { ActionEntry, Catalog, ServiceEntry } from '../catalog/types';
import { parseAction } from '../policy/action';
import { ActionIndex } from '../policy/actionIndex';
import type { Permissions } from '../policy/permissions';
import { kindOf, type ResourceKind, reaches, takesAway } from '../policy/resourceReach';
import { type Sayings, sayingsOf } from '../policy/sayings';
import { hasHole, textsOf } from '../policy/text';
import type { Statement } from '../policy/types';
import { typesOf } from './fitting';

/** Actions of one service that a statement names. */
export interface Granted {
  readonly service: ServiceEntry;
  readonly patterns: readonly string[];
}

/** Worked out once for each statement. */
export function grantedBy(statement: Statement, catalog: Catalog): readonly Granted[] {
  return inCatalog(catalog)(statement);
}

const inCatalog = rememberEach((catalog: Catalog) =>
  rememberEach(({ actions }: Statement): readonly Granted[] => {
    const found = new Map<ServiceEntry, string[]>();
    for (const element of actions.filter(({ negated }) => !negated)) {
      for (const text of textsOf(element)) {
        const parts = hasHole(text) ? undefined : parseAction(text.value);
        const service = parts && catalog.service(parts.service);
        if (!parts || !service) continue;
        const known = found.get(service);
        if (known) known.push(parts.name);
        else found.set(service, [parts.name]);
      }
    }
    return [...found].map(([service, patterns]) => ({ service, patterns }));
  }),
);

/** Those that set tags aside: what they give is the tags alone. */
export function actionsOf({ service, patterns }: Granted): readonly ActionEntry[] {
  return patterns.flatMap(matching(service));
}

/** So many patterns of a service are remembered. */
const MOST_KNOWN = 100;

const matching = rememberEach((service: ServiceEntry) =>
  rememberTexts(MOST_KNOWN, (pattern): readonly ActionEntry[] => {
    const { actions } = service;
    const all = isGlob(pattern)
      ? actions.filter(({ name }) => globMatches(pattern, name, true))
      : [service.action(pattern)].filter((action) => action !== undefined);
    return all.filter(({ levels }) => !levels.includes('Tagging'));
  }),
);

/** Whether a holder has an action on some of these kinds by the statement alone, and nothing takes it away. */
export function isGained(
  action: ActionEntry,
  granted: Granted,
  holder: PolicyHolder,
  kindsOn: () => readonly (ResourceKind | undefined)[],
): boolean {
  const name = fullName(granted, action);
  const { plain, bounds } = saidOf(granted.service.prefix, holder);
  const index = new ActionIndex([name]);
  if (bounds && !sayingsOf(bounds, index).allowed.has(name)) return false;
  const said = sayingsOf(plain, index);
  return !settles(said, name, undefined) && kindsOn().some((kind) => !settles(said, name, kind));
}

/** The statements of a holder that speak of a service. */
interface SaidOfService {
  /** Those without a condition. */
  readonly plain: readonly Statement[];
  /** Those of the boundary. */
  readonly bounds: readonly Statement[] | undefined;
}

function saidOf(service: string, holder: PolicyHolder): SaidOfService {
  const known = saidKnown(holder);
  const { policies, boundary } = holder;
  const speaks = (statement: Statement) => speaksOf(service, statement);
  const said = known.get(service) ?? {
    plain: policies.flatMap(({ policy }) =>
      policy.statements.filter((each) => !each.condition && speaks(each)),
    ),
    bounds: typeof boundary === 'object' ? boundary.policy.statements.filter(speaks) : undefined,
  };
  known.set(service, said);
  return said;
}

const saidKnown = rememberEach((_: PolicyHolder) => new Map<string, SaidOfService>());

function speaksOf(service: string, { actions }: Statement): boolean {
  return actions.some(
    ({ negated, isPartial, patterns }) =>
      negated ||
      isPartial ||
      patterns.some(({ value }) => {
        const colon = value.indexOf(':');
        const named = colon < 0 ? '*' : value.slice(0, colon);
        return isGlob(named) || named.toLowerCase() === service;
      }),
  );
}

/** `ec2:StartInstances` */
export function fullName({ service }: Granted, { name }: ActionEntry): string {
  return `${service.prefix}:${name}`;
}

/** Whether plain statements give an action on all of a kind, or deny it there; `undefined`: on whatever there is. */
function settles({ allowed, denied }: Sayings, action: string, kind: ResourceKind | undefined): boolean {
  const wanted = { kind, reach: 'all', own: [] } as const;
  return (
    allowed.get(action)?.some(({ statement }) => reaches(statement, wanted)) === true ||
    denied.get(action)?.some(({ statement }) => takesAway(statement, wanted)) === true
  );
}

/** `undefined` stands for an action that knows no resources. */
export function kindsOf(
  { resourceTypes }: ActionEntry,
  service: ServiceEntry,
): readonly (ResourceKind | undefined)[] {
  if (resourceTypes.length === 0) return [undefined];
  return typesOf(service, resourceTypes).flatMap(({ arns }) => arns.map(kindOf));
}

/** What the policies of a holder say of the actions of an index, once for all its statements. */
export function permissionsOf(holder: PolicyHolder, index: ActionIndex): Permissions {
  const known = permissionsKnown(holder);
  const permissions = known.get(index) ?? readPermissions(holder, index);
  known.set(index, permissions);
  return permissions;
}

const permissionsKnown = rememberEach((_: PolicyHolder) => new Map<ActionIndex, Permissions>());

function readPermissions(holder: PolicyHolder, index: ActionIndex): Permissions {
  const { policies, boundary } = holder;
  const say = ({ policy }: FoundPolicy) => sayingsOf(policy.statements, index);
  const own = ownResources(holder);
  const bounds = typeof boundary === 'object' ? say(boundary) : boundary;
  return { own, limits: own, policies: policies.map(say), boundary: bounds };
}
