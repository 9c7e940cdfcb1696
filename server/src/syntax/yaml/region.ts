// Where a change of a text lies in its tree: in which entry of which block, with all the lines of that entry. Looks at
// texts and spans; reads nothing.
import type { Span } from '../../base/span';
import type { ArrayNode, Node, ObjectNode } from '../node';

/** What was replaced: `span` of the text before, by `length` characters. */
export interface Change {
  readonly span: Span;
  readonly length: number;
}

/** An entry of a mapping or list in block style, and the containers around it from the root inwards. */
export interface Region {
  readonly path: readonly Step[];
  readonly entry: Span;
  /** From the start of its first line to the start of the line of whatever comes next. */
  readonly span: Span;
  /** The column of its key or its dash. */
  readonly column: number;
}

export interface Step {
  readonly container: ObjectNode | ArrayNode;
  readonly index: number;
}

/** The one place in which two texts differ. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (length) => before.slice(0, length) === after.slice(0, length));
  const rest = commonLength(
    shorter - start,
    (length) => before.slice(before.length - length) === after.slice(after.length - length),
  );
  return { span: { start, end: before.length - rest }, length: after.length - rest - start };
}

/** The greatest length that is the same in both, by halving: comparing slices is far quicker than their characters. */
function commonLength(limit: number, isSame: (length: number) => boolean): number {
  let same = 0;
  let different = limit + 1;
  while (different - same > 1) {
    const middle = (same + different) >> 1;
    if (isSame(middle)) same = middle;
    else different = middle;
  }
  return same;
}

/** An entry as short as this is not taken apart any further. */
const SHORT = 500;

/** The entry in whose lines a change lies: one that is short, or else the innermost. */
export function regionOf(text: string, root: Node, { span: changed }: Change): Region | undefined {
  let found: Region | undefined;
  let path: readonly Step[] = [];
  let node: Node | undefined = root;
  let end = text.length;
  while (node?.kind === 'object' || node?.kind === 'array') {
    if (/[[{!]/.test(text.charAt(node.span.start))) break;
    const entries: readonly { readonly span: Span }[] = entriesOf(node);
    const index = entries.findLastIndex((entry) => lineStart(text, entry.span.start) <= changed.start);
    const entry = entries[index]?.span;
    const line = lineOf(text, node, index);
    if (!entry || !line) break;
    const next = index + 1 < entries.length ? lineOf(text, node, index + 1) : undefined;
    if (index + 1 < entries.length && next?.column !== line.column) break;
    end = next?.start ?? end;
    // The line break before what comes next stays.
    if (changed.end > end || (changed.end === end && end < text.length)) break;
    path = [...path, { container: node, index }];
    found = { path, entry, span: { start: line.start, end }, column: line.column };
    if (end - line.start < SHORT) break;
    node = valueAt(node, index);
  }
  return found;
}

function entriesOf(node: ObjectNode | ArrayNode): readonly { readonly span: Span }[] {
  return node.kind === 'object' ? node.properties : node.items;
}

function valueAt(node: ObjectNode | ArrayNode, index: number): Node | undefined {
  return node.kind === 'object' ? node.properties[index]?.value : node.items[index];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

interface Line {
  readonly start: number;
  readonly column: number;
}

/** The first line of an entry of a block, where nothing else stands in front of it. */
export function lineOf(text: string, node: ObjectNode | ArrayNode, index: number): Line | undefined {
  const at = entriesOf(node)[index]?.span.start;
  if (at === undefined) return undefined;
  const start = lineStart(text, at);
  const before = text.slice(start, at);
  const lead = node.kind === 'object' ? /^( *)$/.exec(before) : /^( *)- +$/.exec(before);
  return lead ? { start, column: lead[1]?.length ?? 0 } : undefined;
}
