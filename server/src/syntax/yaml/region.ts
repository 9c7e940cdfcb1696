// Where a change of a text lies in its tree: in which entry of which block, with all the lines of that entry. Looks at
// texts and spans; reads nothing.
import type { Span } from '../../base/span';
import { type Change, entriesOf, type Step, valueAt } from '../change';
import type { ArrayNode, Node, ObjectNode } from '../node';

/** An entry of a mapping or list in block style, and the containers around it from the root inwards. */
export interface Region {
  readonly path: readonly Step[];
  readonly entry: Span;
  /** From the start of its first line to the start of the line of whatever comes next. */
  readonly span: Span;
  /** The column of its key or its dash. */
  readonly column: number;
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
