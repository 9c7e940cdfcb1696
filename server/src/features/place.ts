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
  const slot = found.site.tree.slotAt(offset);
  const place = slot && placeAt(slot, found.site.node);
  return place && { found, slot, place, statement: statementOf(found, place) };
}

/** The innermost policy: one may stand in a string within another document's policy. */
function policyAt(analysis: Analysis, offset: number): FoundPolicy | undefined {
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
