// The principals of a document, or of the files of one configuration, each with all policies that these give it: its
// own, those of its groups, its permissions boundary. What other documents say of them is not known here.
import { type Analysis, type FoundPolicy, type SourceDocument, wholePolicies } from '../analysis';
import { encloses } from '../base/span';
import {
  type BoundaryReference,
  boundsSharedRole,
  type Membership,
  membershipsIn,
} from '../discovery/membership';
import type { Attachment, Entity, ManagedPolicyReference } from '../discovery/site';
import { adminGrant } from '../policy/admin';
import type { Statement } from '../policy/types';

export interface PolicyHolder {
  /** `undefined`: the policy is attached to nobody that is told of, and stands for whoever gets it. */
  readonly kind: 'user' | 'group' | 'role' | undefined;
  readonly name: string | undefined;
  /** Identity policies; at least one. */
  readonly policies: readonly FoundPolicy[];
  /** Managed policies that are attached and may stand elsewhere. */
  readonly managed: readonly ManagedPolicyReference[];
  /** `unknown`: there is one, but it stands elsewhere. */
  readonly boundary: FoundPolicy | 'unknown' | undefined;
}

/** Whoever gets permissions by the identity policies of documents. Parts of policies are left out. */
export function policyHolders(...documents: readonly Analysis[]): readonly PolicyHolder[] {
  const identity = documents.flatMap(wholePolicies).filter(({ site }) => site.type === 'identity');
  if (identity.length === 0) return [];
  const trees = documents.flatMap(({ tree }) => tree ?? []);
  const memberships = documents
    .flatMap(({ tree, entities }) => (tree ? membershipsIn(tree, entities, trees) : []))
    .map((each) => withBoundary(each, documents));
  const gathering = new Gathering();
  gathering.attachManaged(
    documents.flatMap(({ entities }) => entities),
    identity,
  );
  // What only bounds somebody gives nothing by itself.
  const bounding = new Set(memberships.map(({ boundary }) => boundary));
  for (const found of identity) gathering.add(found, bounding.has(found));
  for (const membership of memberships) gathering.join(membership);
  return gathering.holders();
}

export interface Holders {
  readonly holders: readonly PolicyHolder[];
  /** The documents that the statements are in; left out: all in the one that is looked at. */
  readonly homes: ReadonlyMap<Statement, SourceDocument> | undefined;
}

/** Whoever gets permissions by the policies of a document, with what the files beside it say of them. */
export function holdersAround(analysis: Analysis): Holders {
  const alone = policyHolders(analysis);
  const others = analysis.beside?.(alone.flatMap(({ name }) => name ?? [])) ?? [];
  if (others.length === 0) return { holders: alone, homes: undefined };
  const files = [analysis, ...others].sort(byUri);
  return { holders: policyHolders(...files), homes: homesOf(files) };
}

/** The same from whichever file one looks. */
function byUri({ document: a }: Analysis, { document: b }: Analysis): number {
  return a.uri < b.uri ? -1 : 1;
}

function homesOf(files: readonly Analysis[]): ReadonlyMap<Statement, SourceDocument> {
  return new Map(
    files.flatMap(({ document, policies }) =>
      policies.flatMap(({ policy }) => policy.statements.map((each) => [each, document] as const)),
    ),
  );
}

/** Whether nothing is left that it may not do, its boundary aside. */
export function isAdministrator({ policies, managed }: PolicyHolder): boolean {
  return (
    managed.some(({ policy }) => policy?.endsWith(':policy/AdministratorAccess')) ||
    policies.some(({ policy }) => policy.statements.some((statement) => adminGrant(statement)))
  );
}

/** What it is and has, as the last field of an ARN. A user is known to itself by a policy variable. */
export function ownResources({ kind, name, policies }: PolicyHolder): readonly string[] {
  const self = kind === undefined || name === undefined ? [] : [`${kind}/${name}`];
  const isUser = kind === undefined || kind === 'user' || kind === 'group';
  return [...self, ...policyNames(policies), ...(isUser ? ['user/${aws:username}'] : [])];
}

/** Of managed policies, as the last field of an ARN. */
export function policyNames(policies: readonly FoundPolicy[]): readonly string[] {
  return policies.flatMap(({ site: { storage, name } }) =>
    storage === 'managed' && name !== undefined ? [`policy/${name}`] : [],
  );
}

interface Holder {
  readonly kind: HolderKind;
  readonly name: string;
  readonly policies: Set<FoundPolicy>;
  readonly managed: ManagedPolicyReference[];
  boundary: PolicyHolder['boundary'];
}

type HolderKind = Exclude<Attachment['kind'], 'resource'>;

/** Who has which policies, while they are gathered. */
class Gathering {
  readonly #named = new Map<string, Holder>();
  readonly #alone: PolicyHolder[] = [];
  readonly #attached = new Set<FoundPolicy>();

  /** Managed policies, as users, groups and roles name them. */
  attachManaged(entities: readonly Entity[], policies: readonly FoundPolicy[]): void {
    const byName = managedByName(policies);
    for (const { kind, name, within, managedPolicies } of entities) {
      if (kind === 'access-key' || name === undefined) continue;
      const holder = this.#holder(kind, name, within);
      holder.managed.push(...managedPolicies);
      for (const { policy } of managedPolicies) {
        const found = byName.get(lastSegment(policy));
        if (!found) continue;
        holder.policies.add(found);
        this.#attached.add(found);
      }
    }
  }

  /** A policy, to whom its place says. One that is nobody’s stands for whoever gets it, unless it only bounds. */
  add(found: FoundPolicy, onlyBounds: boolean): void {
    const owners = found.site.attachedTo.filter(isHolder);
    for (const { kind, name, within } of owners) {
      if (name === undefined) this.#alone.push({ ...loner(kind, found), boundary: sharedBoundary(found) });
      else this.#holder(kind, name, within).policies.add(found);
    }
    if (owners.length === 0 && !onlyBounds && !this.#attached.has(found))
      this.#alone.push(loner(undefined, found));
  }

  /** Gives a user what its groups have, and sets the boundary. */
  join({ kind, name, within, groups, boundary }: KnownMembership): void {
    const holder = this.#named.get(keyOf(kind, name, within));
    if (!holder) return;
    for (const group of groups) {
      for (const policy of this.#named.get(keyOf('group', group, within))?.policies ?? [])
        holder.policies.add(policy);
    }
    holder.boundary ??= boundary;
  }

  holders(): readonly PolicyHolder[] {
    const named = [...this.#named.values()].filter(({ policies }) => policies.size > 0);
    return [...this.#alone, ...named.map((holder) => ({ ...holder, policies: [...holder.policies] }))];
  }

  #holder(kind: HolderKind, name: string, within: number | undefined): Holder {
    const key = keyOf(kind, name, within);
    const known = this.#named.get(key) ?? {
      kind,
      name,
      policies: new Set(),
      managed: [],
      boundary: undefined,
    };
    this.#named.set(key, known);
    return known;
  }
}

function keyOf(kind: Attachment['kind'], name: string, within: number | undefined): string {
  return `${kind} ${within ?? ''} ${name}`;
}

function isHolder(attachment: Attachment): attachment is Attachment & { readonly kind: HolderKind } {
  return attachment.kind !== 'resource';
}

function loner(kind: HolderKind | undefined, found: FoundPolicy): PolicyHolder {
  return { kind, name: undefined, policies: [found], managed: [], boundary: undefined };
}

/** A role without a name is the one that the Serverless Framework makes. */
function sharedBoundary({ site }: FoundPolicy): PolicyHolder['boundary'] {
  return site.carrier === 'serverless' && boundsSharedRole(site.tree) ? 'unknown' : undefined;
}

function managedByName(policies: readonly FoundPolicy[]): ReadonlyMap<string, FoundPolicy> {
  return new Map(
    policies.flatMap((found) =>
      found.site.storage === 'managed' && found.site.name !== undefined ? [[found.site.name, found]] : [],
    ),
  );
}

/** `arn:aws:iam::123456789012:policy/team/deploy` → `deploy` */
function lastSegment(policy: string | undefined): string {
  return policy?.split('/').at(-1) ?? '';
}

interface KnownMembership extends Omit<Membership, 'boundary'> {
  readonly boundary: PolicyHolder['boundary'];
}

function withBoundary(membership: Membership, documents: readonly Analysis[]): KnownMembership {
  const { boundary } = membership;
  return { ...membership, boundary: boundary && boundaryPolicy(boundary, documents) };
}

function boundaryPolicy(
  { policy, declaredAt }: BoundaryReference,
  documents: readonly Analysis[],
): FoundPolicy | 'unknown' {
  const name = lastSegment(policy);
  for (const { tree, policies } of documents) {
    const declared = tree === declaredAt?.tree ? declaredAt?.node.span : undefined;
    const found = policies.find(({ site }) => {
      const isDeclaredThere = declared !== undefined && encloses(declared, site.node.span);
      return site.storage === 'managed' && (isDeclaredThere || (name !== '' && site.name === name));
    });
    if (found) return found;
  }
  return 'unknown';
}
