// Reads a text anew where it was read before and differs in one place: only the entry that the change lies in is read,
// and what stands behind it is moved. A key press in a large template costs the resource that it changes.
//
// Gives up, and has the whole text read, wherever the lines of that entry could mean something else by themselves
// than in their place.
import type { Span } from '../../base/span';
import { changeBetween, inserted, MOST_HELD, movedAround, type Step } from '../change';
import { movedNode, movedProperty } from '../moved';
import type { ArrayNode, Comment, Node, ObjectNode, PropertyNode, SyntaxProblem } from '../node';
import { MAX_PROBLEMS } from './read/bounds';
import { build } from './read/build';
import { draftOf } from './read/draft';
import { messages } from './read/messages';
import { readPart } from './read/read';
import { lineOf, type Region, regionOf } from './region';

/** What was read without painting anything over: one document, of which each part stands for itself. */
export interface Read {
  readonly text: string;
  readonly root: Node;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** Characters of older texts that parts of it were read from. */
  readonly held: number;
}

/** What a later text is read from; `undefined` where the whole has to be read. */
export function reread(before: Read, text: string): Read | undefined {
  if (before.text === text) return before;
  const change = changeBetween(before.text, text);
  const region = regionOf(before.text, before.root, change);
  const held = before.held + before.text.length;
  if (!region || held > MOST_HELD || !before.problems.every(isHalfTyped)) return undefined;
  if (before.problems.some((problem) => isAtEdge(problem, region, before.text))) return undefined;
  if (before.text.includes('\r\n') !== text.includes('\r\n')) return undefined;
  const delta = text.length - before.text.length;
  const span = { start: region.span.start, end: region.span.end + delta };
  if (!standsAlone(text, span, region.column)) return undefined;
  const reading = readPart(draftOf(text), span);
  const { roots, problems, mends } = build(reading);
  const isPlain = mends.length === 0 && reading.draft.text === text && problems.every(isHalfTyped);
  const [part, second] = roots;
  if (!isPlain || second || !part || !fits(text, part, region)) return undefined;
  const around = {
    problems: movedAround(before.problems, region.span, delta),
    comments: movedAround(before.comments, region.span, delta),
  };
  if (!around.problems || !around.comments || around.problems.length + problems.length >= MAX_PROBLEMS)
    return undefined;
  return {
    text,
    root: new Replacement(region, part, delta).root(),
    problems: inserted(around.problems, problems, span.start),
    comments: inserted(around.comments, reading.comments, span.start),
    held,
  };
}

/** Whether the entry, or the one that comes next, begins with a problem: how such lines are read hangs on their neighbours. */
function isAtEdge({ span }: SyntaxProblem, { entry, span: lines }: Region, text: string): boolean {
  if (span.start === entry.start) return true;
  return span.start >= lines.end && /^ *$/.test(text.slice(lines.end, span.start));
}

/** A key that is being typed; behind any other problem, what follows the entry may have been taken for a part of it. */
function isHalfTyped({ message }: SyntaxProblem): boolean {
  return message === messages.noColon || message === messages.noSpace;
}

/** What can reach beyond its lines: anchors and aliases, merge keys, tabs; marks of documents; templates. */
const FAR = /(?:^|[\s,[{])[&*][^\s&]|<<|\t|^(?:---|\.\.\.|%)|\{[{%]/m;

/** Whether no line but comments is indented less than the entry's first, and none reaches beyond the entry. */
function standsAlone(text: string, { start, end }: Span, column: number): boolean {
  const lines = text.slice(start, end);
  if (FAR.test(lines)) return false;
  return lines.split('\n').every((line) => /^ *(?:#|\r?$)/.test(line) || line.search(/[^ ]/) >= column);
}

/** Whether what was read are entries of the same block, none of which goes on behind its lines. */
function fits(text: string, part: Node, { path, column }: Region): part is ObjectNode | ArrayNode {
  const container = path.at(-1)?.container;
  if (part.kind === 'object' && container?.kind === 'object') {
    return part.properties.every(({ value }, i) => value && lineOf(text, part, i)?.column === column);
  }
  if (part.kind !== 'array' || container?.kind !== 'array') return false;
  return (
    isListOfObjects(container) &&
    isListOfObjects(part) &&
    part.items.every((_, i) => lineOf(text, part, i)?.column === column)
  );
}

/** A key alone, as in `- s3:`, is a text or a key depending on what else is in its list. */
function isListOfObjects({ items }: ArrayNode): boolean {
  return items.every((item) => item.kind === 'object' && item.properties.some(({ value }) => value));
}

/** Puts what was read in the place of the entry of a region, in new containers around it. */
class Replacement {
  readonly #region: Region;
  readonly #part: ObjectNode | ArrayNode;
  readonly #delta: number;

  constructor(region: Region, part: ObjectNode | ArrayNode, delta: number) {
    this.#region = region;
    this.#part = part;
    this.#delta = delta;
  }

  root(): Node {
    return this.#within(this.#region.path);
  }

  #within([step, ...inner]: readonly Step[]): Node {
    const part = this.#part;
    if (!step) return part;
    const { container, index } = step;
    const isInnermost = inner.length === 0;
    const start = isInnermost && index === 0 ? part.span.start : container.span.start;
    const span = { start, end: this.#end(container.span.end) };
    if (container.kind === 'object') {
      const own = part.kind === 'object' ? part.properties : [];
      const fresh = isInnermost
        ? own
        : container.properties.slice(index, index + 1).map((each) => this.#property(each, inner));
      const behind = container.properties.slice(index + 1).map((each) => movedProperty(each, this.#delta));
      return {
        ...container,
        span,
        properties: [...container.properties.slice(0, index), ...fresh, ...behind],
      };
    }
    const own = part.kind === 'array' ? part.items : [];
    const fresh = isInnermost ? own : [this.#within(inner)];
    const behind = container.items.slice(index + 1).map((each) => movedNode(each, this.#delta));
    return { ...container, span, items: [...container.items.slice(0, index), ...fresh, ...behind] };
  }

  #property(property: PropertyNode, inner: readonly Step[]): PropertyNode {
    const span = { start: property.span.start, end: this.#end(property.span.end) };
    return { ...property, span, value: this.#within(inner) };
  }

  /** What ended in the region ends with what was read there. */
  #end(before: number): number {
    return before > this.#region.span.end ? before + this.#delta : this.#part.span.end;
  }
}
