// The principals of a document, each with all policies that the document gives it: its own, those of its groups, its
// permissions boundary. What other documents say of them is not known here.
import { type Analysis, type FoundPolicy, wholePolicies } from '../analysis';
import { encloses } from '../base/span';
import {
  type BoundaryReference,
  boundsSharedRole,
  type Membership,
  membershipsIn,
} from '../discovery/membership';
import type { Attachment, ManagedPolicyReference } from '../discovery/site';

export interface PolicyHolder {
  /** `undefined`: the policy is attached to nobody that the document tells, and stands for whoever gets it. */
  readonly kind: 'user' | 'group' | 'role' | undefined;
  readonly name: string | undefined;
  /** Identity policies; at least one. */
  readonly policies: readonly FoundPolicy[];
  /** Managed policies that are attached and may stand elsewhere. */
  readonly managed: readonly ManagedPolicyReference[];
  /** `unknown`: there is one, but not in this document. */
  readonly boundary: FoundPolicy | 'unknown' | undefined;
}

/** Whoever gets permissions by the identity policies of a document. Parts of policies are left out. */
export function policyHolders(analysis: Analysis): readonly PolicyHolder[] {
  const identity = wholePolicies(analysis).filter(({ site }) => site.type === 'identity');
  const { tree, entities } = analysis;
  if (!tree || identity.length === 0) return [];
  const holders = new Map<string, Holder>();
  const alone: PolicyHolder[] = [];
  const managed = managedByName(identity);
  const memberships = membershipsIn(tree, entities).map((each) => withBoundary(each, analysis.policies));
  // What only bounds somebody gives nothing by itself.
  const attached = new Set(memberships.map(({ boundary }) => boundary));
  for (const { kind, name, managedPolicies } of entities) {
    if (kind === 'access-key' || name === undefined) continue;
    const holder = holderOf(holders, kind, name);
    holder.managed.push(...managedPolicies);
    for (const policy of managedPolicies.flatMap((each) => managed.get(lastSegment(each.policy)) ?? [])) {
      holder.policies.add(policy);
      attached.add(policy);
    }
  }
  for (const found of identity) {
    const owners = found.site.attachedTo.filter(isHolder);
    for (const { kind, name } of owners) {
      if (name === undefined) alone.push({ ...loner(kind, found), boundary: sharedBoundary(found) });
      else holderOf(holders, kind, name).policies.add(found);
    }
    if (owners.length === 0 && !attached.has(found)) alone.push(loner(undefined, found));
  }
  applyMemberships(holders, memberships);
  return [...alone, ...[...holders.values()].filter(({ policies }) => policies.size > 0).map(frozen)];
}

interface Holder {
  readonly kind: HolderKind;
  readonly name: string;
  readonly policies: Set<FoundPolicy>;
  readonly managed: ManagedPolicyReference[];
  boundary: PolicyHolder['boundary'];
}

type HolderKind = Exclude<Attachment['kind'], 'resource'>;

function isHolder(attachment: Attachment): attachment is Attachment & { readonly kind: HolderKind } {
  return attachment.kind !== 'resource';
}

function holderOf(holders: Map<string, Holder>, kind: HolderKind, name: string): Holder {
  const key = `${kind} ${name}`;
  const known = holders.get(key) ?? { kind, name, policies: new Set(), managed: [], boundary: undefined };
  holders.set(key, known);
  return known;
}

function loner(kind: HolderKind | undefined, found: FoundPolicy): PolicyHolder {
  return { kind, name: undefined, policies: [found], managed: [], boundary: undefined };
}

/** A role without a name is the one that the Serverless Framework makes. */
function sharedBoundary({ site }: FoundPolicy): PolicyHolder['boundary'] {
  return site.carrier === 'serverless' && boundsSharedRole(site.tree) ? 'unknown' : undefined;
}

function frozen({ policies, ...holder }: Holder): PolicyHolder {
  return { ...holder, policies: [...policies] };
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

function withBoundary(membership: Membership, policies: readonly FoundPolicy[]): KnownMembership {
  const { boundary } = membership;
  return { ...membership, boundary: boundary && boundaryPolicy(boundary, policies) };
}

function applyMemberships(
  holders: ReadonlyMap<string, Holder>,
  memberships: readonly KnownMembership[],
): void {
  for (const { kind, name, groups, boundary } of memberships) {
    const holder = holders.get(`${kind} ${name}`);
    if (!holder) continue;
    for (const group of groups) {
      for (const policy of holders.get(`group ${group}`)?.policies ?? []) holder.policies.add(policy);
    }
    holder.boundary ??= boundary;
  }
}

function boundaryPolicy(
  { policy, declaredAt }: BoundaryReference,
  policies: readonly FoundPolicy[],
): FoundPolicy | 'unknown' {
  const name = lastSegment(policy);
  const found = policies.find(({ site }) => {
    const isDeclaredThere = declaredAt !== undefined && encloses(declaredAt, site.node.span);
    return site.storage === 'managed' && (isDeclaredThere || (name !== '' && site.name === name));
  });
  return found ?? 'unknown';
}
