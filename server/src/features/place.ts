// Which policy of a document a cursor is in, and what it stands in there. Asked by completion and by hover.
import type { Analysis, FoundPolicy } from '../analysis';
import { touches } from '../base/span';
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
  const path = tree?.slotAt(offset)?.path ?? [];
  return policies.find(({ site }) =>
    path.some(({ span }) => span.start === site.node.span.start && span.end === site.node.span.end),
  );
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
