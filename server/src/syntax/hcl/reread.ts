// Reads an HCL text anew where it was read before and differs in one place: only the block or attribute of the file that
// the change lies in is read, and what stands behind it is moved. A key press costs the block that it changes.
//
// That is right for a text without mistakes: at the top of a file the reader looks back at nothing.
import { changeBetween, entryWith, inserted, MOST_HELD, movedAround } from '../change';
import { movedProperty } from '../moved';
import type { Comment, ObjectNode, PropertyNode } from '../node';
import { readItemAt } from './body';
import { Reader } from './reader';

/** How a text without mistakes was read. */
export interface Read {
  readonly text: string;
  readonly root: ObjectNode;
  readonly comments: readonly Comment[];
  /** Offsets of the braces that open the body of a block, in the order of the text. */
  readonly bodies: readonly number[];
  /** Characters of older texts that parts of it were read from. */
  readonly held: number;
}

/** How a later text reads; `undefined` where the whole has to be read. */
export function reread(before: Read, text: string): Read | undefined {
  if (before.text === text) return before;
  const held = before.held + before.text.length;
  const { properties } = before.root;
  const change = changeBetween(before.text, text);
  const index = entryWith(properties, change.span);
  const region = properties[index]?.span;
  const delta = text.length - before.text.length;
  const comments = region && movedAround(before.comments, region, delta);
  if (!region || !comments || held > MOST_HELD) return undefined;
  const reader = new Reader(text, false);
  const item = readItemAt(reader, region.start);
  if (reader.problems.length > 0 || item.span.end !== region.end + delta) return undefined;
  return {
    text,
    root: withItem(before.root, index, item, delta),
    comments: inserted(comments, reader.comments, region.start),
    bodies: [
      ...before.bodies.filter((offset) => offset < region.start),
      ...reader.bodies,
      ...before.bodies.filter((offset) => offset >= region.end).map((offset) => offset + delta),
    ],
    held,
  };
}

function withItem(
  { kind, span, properties }: ObjectNode,
  index: number,
  item: PropertyNode,
  delta: number,
): ObjectNode {
  const behind = properties.slice(index + 1).map((each) => movedProperty(each, delta));
  return {
    kind,
    span: { start: span.start, end: span.end + delta },
    properties: [...properties.slice(0, index), item, ...behind],
  };
}
