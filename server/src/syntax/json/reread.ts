// Reads a JSON document anew where it was read before and differs in one place: only the object or list that the change
// lies in is read, and what stands behind it is moved. A key press costs the statement that it changes.
//
// That is right because the parser looks back at nothing but the brackets around it: between the same brackets, in front
// of the same text, it does the same again.
import type { Span } from '../../base/span';
import {
  type Change,
  changeBetween,
  entriesOf,
  entryBefore,
  inserted,
  MOST_HELD,
  movedAround,
  type Step,
  valueAt,
  withValueAt,
} from '../change';
import type { ArrayNode, Node, ObjectNode } from '../node';
import { MAX_PROBLEMS, type Parsed, parsePart } from './parse';
import { documentSource } from './source';

/** How a document was read. */
export interface Read extends Parsed {
  readonly text: string;
  /** Characters of older texts that parts of it were read from. */
  readonly held: number;
}

/** How a later text reads; `undefined` where the whole has to be read. */
export function reread(before: Read, text: string, strict: boolean): Read | undefined {
  if (before.text === text) return before;
  const held = before.held + before.text.length;
  const region = regionOf(before, changeBetween(before.text, text));
  if (!region || held > MOST_HELD) return undefined;
  const delta = text.length - before.text.length;
  const { span } = region.value;
  const end = span.end + delta;
  // What is missing behind a closing bracket is told at that bracket.
  const inner = { start: span.start, end: span.end - 1 };
  const around = {
    problems: movedAround(before.problems, inner, delta),
    comments: movedAround(before.comments, inner, delta),
  };
  if (!around.problems || !around.comments) return undefined;
  const part = parsePart(documentSource(text), strict, { start: span.start, within: region.path });
  if (part?.value.span.end !== end) return undefined;
  const problems = inserted(around.problems, part.problems, span.start);
  if (problems.length >= MAX_PROBLEMS) return undefined;
  const root = withValueAt(region.path, part.value, delta);
  return {
    text,
    roots: [root],
    problems,
    comments: inserted(around.comments, part.comments, span.start),
    held,
  };
}

interface Region {
  readonly path: readonly Step[];
  readonly value: ObjectNode | ArrayNode;
}

/** What is as short as this is not taken apart any further. */
const SHORT = 500;

/** The innermost object or list, closed by its bracket, that a change lies within; or else one around it that is short. */
function regionOf({ text, roots, problems }: Read, { span: changed }: Change): Region | undefined {
  const [root, second] = roots;
  if (!root || second || problems.length >= MAX_PROBLEMS) return undefined;
  let found: Region | undefined;
  let path: readonly Step[] = [];
  let node: Node | undefined = root;
  while (node?.kind === 'object' || node?.kind === 'array') {
    if (!isWithin(changed, node, text)) break;
    found = { path, value: node };
    if (node.span.end - node.span.start < SHORT) break;
    const index = entryBefore(entriesOf(node), changed.start);
    path = [...path, { container: node, index }];
    node = valueAt(node, index);
  }
  return found;
}

/** Whether a change leaves both brackets of a container alone. */
function isWithin({ start, end }: Span, { kind, span }: ObjectNode | ArrayNode, text: string): boolean {
  const [open, close] = kind === 'object' ? '{}' : '[]';
  return span.start < start && end < span.end && text[span.start] === open && text[span.end - 1] === close;
}
