// Which policy of a document a cursor is in, and what it stands in there; outside of policies, whose name it is on.
// Asked by completion and by hover.
import type { Analysis, FoundPolicy } from '../analysis';
import { type Span, touches } from '../base/span';
import type { ManagedPolicyReference } from '../discovery/site';
import { type Place, placeAt } from '../policy/at';
import type { Statement } from '../policy/types';
import type { Slot } from '../syntax/node';

export interface PlaceInPolicy {
  readonly found: FoundPolicy;
  readonly slot: Slot;
  readonly place: Place;
  /** The statement that the place is in, lowered. */
  readonly statement: Statement | undefined;
}

/** The place at an offset of the document; `undefined` outside of all policies and where nothing is known. */
export function placeIn(analysis: Analysis, offset: number): PlaceInPolicy | undefined {
  const found = policyAt(analysis, offset);
  if (!found) return undefined;
  const { tree, node } = found.site;
  const slot = tree.slotAt(offset);
  // Where the text leaves open whether a key or a value is begun, the policy tells which of them belongs here.
  for (const reading of slot ? [slot, slot.alternative] : []) {
    const place = reading && placeAt(reading, node);
    if (reading && place) return { found, slot: reading, place, statement: statementOf(found, place) };
  }
  return undefined;
}

/**
 * The innermost policy: one may stand in a string within another document's policy. An empty line below a policy
 * may belong to it by its indentation, which only the slot tells.
 */
export function policyAt(analysis: Analysis, offset: number): FoundPolicy | undefined {
  return policyAround(analysis, offset) ?? policyOnPath(analysis, offset);
}

function policyOnPath({ policies, tree }: Analysis, offset: number): FoundPolicy | undefined {
  const embedded = policies.map(({ site }) => site.tree).filter(({ format }) => format === 'YAML');
  for (const each of new Set(tree ? [tree, ...embedded] : [])) {
    const path = each.slotAt(offset)?.path ?? [];
    const found = policies.find(({ site }) =>
      path.some(({ span }) => span.start === site.node.span.start && span.end === site.node.span.end),
    );
    if (found) return found;
  }
  return undefined;
}

function policyAround(analysis: Analysis, offset: number): FoundPolicy | undefined {
  let nearest: FoundPolicy | undefined;
  for (const found of analysis.policies) {
    const { span } = found.site.node;
    if (touches(span, offset) && (!nearest || span.start >= nearest.site.node.span.start)) nearest = found;
  }
  return nearest;
}

function statementOf(found: FoundPolicy, place: Place): Statement | undefined {
  if (!('statement' in place)) return undefined;
  const { start } = place.statement.span;
  return found.policy.statements.find(({ node }) => node.span.start === start);
}

/** A user, group or role, with what the document gives it. */
export interface Owner {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
  /** The name at the cursor. */
  readonly span: Span;
  readonly policies: readonly FoundPolicy[];
  readonly trust: readonly FoundPolicy[];
  /** Managed policies that the document does not hold. */
  readonly managedPolicies: readonly ManagedPolicyReference[];
}

/** The one whose name is at an offset: where it is declared, or where a policy names it. */
export function ownerAt(analysis: Analysis, offset: number): Owner | undefined {
  const named = [...analysis.entities, ...analysis.policies.flatMap(({ site }) => site.attachedTo)];
  for (const { kind, name, span, within } of named) {
    if (kind === 'access-key' || kind === 'resource' || name === undefined || !touches(span, offset))
      continue;
    return { kind, name, span, ...holdings(analysis, kind, name, within) };
  }
  return undefined;
}

function holdings(
  { entities, policies }: Analysis,
  kind: Owner['kind'],
  name: string,
  within: number | undefined,
) {
  const references = entities
    .filter((entity) => entity.kind === kind && entity.name === name && entity.within === within)
    .flatMap((entity) => entity.managedPolicies);
  const own = policies.filter(({ site }) =>
    site.attachedTo.some((each) => each.kind === kind && each.name === name && each.within === within),
  );
  const referred = references.map((each) => [each, policyNamed(policies, each)] as const);
  const all = [...new Set([...own, ...referred.flatMap(([, found]) => found ?? [])])];
  const attached = new Set(own.flatMap(({ site }) => site.attachedTo.map(({ span }) => span.start)));
  return {
    policies: all.filter(({ site }) => site.type === 'identity'),
    trust: own.filter(({ site }) => site.type === 'trust'),
    managedPolicies: referred.flatMap(([each, found]) =>
      found || attached.has(each.span.start) ? [] : [each],
    ),
  };
}

/** The managed policy of the document that an ARN or a name stands for; those of AWS are never one of them. */
function policyNamed(policies: readonly FoundPolicy[], { policy }: ManagedPolicyReference) {
  if (policy === undefined || /^arn:[^:]*:iam::aws:/.test(policy)) return undefined;
  const name = policy.split('/').at(-1);
  return policies.find(({ site }) => site.storage === 'managed' && site.name === name);
}
