// Where a cursor stands in a YAML text, whole or half-typed: between brackets (flowSlot.ts), or among lines
// (blockSlot.ts), where columns tell. How a completion is written there is slotText.ts.
import type { ArrayNode, Comment, Node, ObjectNode, Slot } from '../../node';
import { columnOf, lineStartOf } from '../lines';
import { isFlow, ownItems, ownProperties, type Step } from '../locate';
import { blockSlotAt } from './blockSlot';
import { flowSlotAt } from './flowSlot';
import { isFlowClosed } from './slotText';

/**
 * The slot at an offset. `undefined` in a comment, in a block of text, outside of all documents, in a column where
 * nothing can stand, and where a value stands already.
 */
export function yamlSlotAt(
  text: string,
  roots: readonly Node[],
  comments: readonly Comment[],
  offset: number,
): Slot | undefined {
  if (comments.some(({ span }) => span.start < offset && offset <= span.end)) return undefined;
  const { steps, leaf } = trailTo(roots, offset);
  const isText = leaf?.kind === 'string' && /[|>]/.test(text[leaf.span.start] ?? '');
  if (isText && leaf.span.start < offset && offset <= leaf.span.end) return undefined;
  const flow = steps.findLastIndex(
    (step) => step.kind !== 'property' && isFlow(text, step) && holds(text, step, offset),
  );
  if (flow >= 0) return flowSlotAt(text, steps.slice(0, flow + 1), offset);
  return blockSlotAt(text, roots, offset);
}

interface Trail {
  readonly steps: readonly Step[];
  /** What begins last in front of the offset. */
  readonly leaf: Node | undefined;
}

/** From a root inwards, each time to what begins last in front of the offset. It may end in front of it too. */
function trailTo(roots: readonly Node[], offset: number): Trail {
  const steps: Step[] = [];
  let node: Node | undefined = roots.findLast(({ span }) => span.start < offset);
  for (;;) {
    if (node?.kind === 'object') {
      steps.push(node);
      const property = ownProperties(node).findLast(({ span }) => span.start < offset);
      if (!property) return { steps, leaf: undefined };
      const { value } = property;
      // What an alias stands for is elsewhere.
      if (!value || value.span.start >= offset || value.span.start < property.span.start) {
        return { steps, leaf: property.key };
      }
      steps.push(property);
      node = value;
    } else if (node?.kind === 'array') {
      steps.push(node);
      node = ownItems(node).findLast(({ span }) => span.start < offset);
    } else {
      return { steps, leaf: node };
    }
  }
}

/** Behind the opening bracket and not behind the closing one. Without that one, the line and deeper lines below count. */
function holds(text: string, flow: ObjectNode | ArrayNode, offset: number): boolean {
  const { start, end } = flow.span;
  if (offset <= start) return false;
  if (offset < end) return true;
  if (isFlowClosed(text, flow)) return false;
  const gap = text.slice(end, offset);
  if (/[^\s,]/.test(gap)) return false;
  const indent = /^[ \t]*/.exec(text.slice(lineStartOf(text, start)))?.[0].length ?? 0;
  return !gap.includes('\n') || columnOf(text, offset) > indent;
}
