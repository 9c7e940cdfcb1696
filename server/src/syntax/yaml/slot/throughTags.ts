// The way through functions that stand as tags in front of their value: `!Sub "arn:…"`.
import type { Node, ObjectNode, PropertyNode } from '../../node';
import type { Step } from '../locate';

export interface ThroughTags {
  /** The objects and properties that the tags became. */
  readonly steps: readonly Step[];
  readonly value: Node | undefined;
  /** Where the value can begin. */
  readonly from: number;
}

/** What an object in place of a tag holds; `undefined` for all others. */
export function behindTag(text: string, node: Node | undefined): PropertyNode | undefined {
  return node?.kind === 'object' && isTagged(text, node) ? node.properties[0] : undefined;
}

/** From a value that begins at `from` or later to the value behind its tags; `undefined` with the cursor in a tag. */
export function throughTags(
  text: string,
  value: Node | undefined,
  from: number,
  offset: number,
): ThroughTags | undefined {
  const steps: Step[] = [];
  let at = value;
  let start = from;
  for (;;) {
    const property = behindTag(text, at);
    if (!property || at?.kind !== 'object' || at.span.start >= offset)
      return { steps, value: at, from: start };
    if (offset <= property.key.span.end) return undefined;
    steps.push(at, property);
    start = property.key.span.end;
    at = property.value;
  }
}

function isTagged(text: string, { span }: ObjectNode): boolean {
  return text[span.start] === '!';
}
