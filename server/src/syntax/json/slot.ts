// Where a cursor stands in a JSON text, closed or half-typed. How a completion is written there is slotText.ts.
import type { Span } from '../../base/span';
import type {
  ArrayNode,
  Comment,
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  Slot,
  StringNode,
} from '../node';
import { bareWord, type SlotToken, slotOf, stringToken } from './slotText';
import type { JsonSource } from './source';
import { isInHole } from './template';

type Step = Slot['path'][number];
/** A string, or one with holes. */
type Quoted = StringNode | DynamicNode;

/**
 * The slot at an offset of the outermost document. `undefined` in a comment, outside of all objects, behind a
 * closing quote or bracket, and where a value stands already.
 */
export function jsonSlotAt(
  source: JsonSource,
  roots: readonly Node[],
  comments: readonly Comment[],
  offset: number,
): Slot | undefined {
  if (comments.some((comment) => isInComment(comment, offset))) return undefined;
  if (source.holes && isInHole(source.holes, offset)) return undefined;
  const root = roots.find(({ span }) => span.start < offset && offset <= span.end);
  if (!root) return undefined;
  const path: Step[] = [];
  const string = descend(source, root, offset, path);
  const container = path.at(-1);
  if (!container) return undefined;
  if (string) return inString(source, path, string, offset);
  if (container.kind === 'property') return undefined;
  const word = bareWord(source.text, source.offset(offset));
  return container.kind === 'object'
    ? besideProperties(source, path, container, word)
    : besideItems(source, path, container, word);
}

function isInComment({ span, text }: Comment, offset: number): boolean {
  // `// to the end of the line|` is still in the comment, `/* closed */|` is not.
  return span.start < offset && (offset < span.end || (offset === span.end && !text.endsWith('*/')));
}

/** Puts the containers around the cursor into `path` and gives the text that it is in, if any. */
function descend(source: JsonSource, node: Node, offset: number, path: Step[]): Quoted | undefined {
  switch (node.kind) {
    case 'object':
      return isInside(source, node, node.properties, offset)
        ? descendIntoObject(source, node, offset, path)
        : undefined;
    case 'array': {
      if (!isInside(source, node, node.items, offset)) return undefined;
      path.push(node);
      const item = node.items.find(({ span }) => span.start < offset && offset <= span.end);
      return item && descend(source, item, offset, path);
    }
    case 'string':
      return holdsCursor(source, node, offset) ? node : undefined;
    case 'dynamic': {
      if (node.template) return holdsCursor(source, node, offset) ? node : undefined;
      // What a directive may leave out is written there all the same.
      const written = node.parts.find(({ span }) => span.start === node.span.start);
      return written && descend(source, written, offset, path);
    }
    default:
      return undefined;
  }
}

function descendIntoObject(
  source: JsonSource,
  object: ObjectNode,
  offset: number,
  path: Step[],
): Quoted | undefined {
  path.push(object);
  const property = propertyBefore(object, offset);
  if (!property) return undefined;
  if (holdsCursor(source, property.key, offset)) return property.key;
  if (!property.value) return undefined;
  const depth = path.push(property);
  const string = descend(source, property.value, offset, path);
  if (!string && path.length === depth) path.pop();
  return string;
}

function propertyBefore(object: ObjectNode, offset: number): PropertyNode | undefined {
  return object.properties.findLast(({ span }) => span.start < offset);
}

/** Behind the opening bracket and not behind the closing one, which may be missing. */
function isInside(
  source: JsonSource,
  { span }: { readonly span: Span },
  children: readonly { readonly span: Span }[],
  offset: number,
): boolean {
  if (offset <= span.start || offset > span.end) return false;
  if (offset < span.end) return true;
  const endsWithChild = children.at(-1)?.span.end === span.end;
  return endsWithChild || !/[}\]]/.test(source.text[source.offset(span.end) - 1] ?? '');
}

/** Whether the cursor is between the quotes, or at the end of a string that has no closing one. */
function holdsCursor(source: JsonSource, node: Quoted, offset: number): boolean {
  if (offset <= node.span.start || offset > node.span.end) return false;
  const token = stringToken(source, node, offset);
  return token.quoted && (offset < node.span.end || token.missingQuote !== '');
}

function inString(source: JsonSource, path: readonly Step[], node: Quoted, offset: number): Slot {
  const token = stringToken(source, node, offset);
  const container = path.at(-1);
  const at = container?.kind === 'object' ? 'key' : 'value';
  return slotOf(source, path, at, token, memberBefore(container, node.span.start));
}

/** The property or item in front of an offset. A property's value has none: it follows its key. */
function memberBefore(container: Step | undefined, offset: number): PropertyNode | Node | undefined {
  if (container?.kind === 'object') return propertyBefore(container, offset);
  if (container?.kind === 'array') return container.items.findLast(({ span }) => span.end <= offset);
  return undefined;
}

/** Between the properties of an object: a bare key, the place for one, or the value behind a colon. */
function besideProperties(
  source: JsonSource,
  path: readonly Step[],
  object: ObjectNode,
  word: SlotToken,
): Slot | undefined {
  const start = source.span(word.start, word.start).start;
  const before = propertyBefore(object, start);
  if (!before) return slotOf(source, path, 'key', withNode(word, keyAt(object, start)), undefined);
  const { value } = before;
  const isBehindValue = value !== undefined && value.span.end <= start;
  const gap = plainText(source, (isBehindValue ? value : before.key).span.end, word.start);
  if (gap.includes(',') || (isBehindValue && /[\r\n]/.test(gap))) {
    return slotOf(source, path, 'key', withNode(word, keyAt(object, start)), before);
  }
  if (isBehindValue || !gap.includes(':')) return undefined;
  const cursor = source.span(word.cursor, word.cursor).start;
  // `"Effect": | "Allow"`: there is a value already.
  if (value && value.span.start >= cursor && word.start === word.cursor) return undefined;
  return slotOf(source, [...path, before], 'value', withNode(word, value), undefined);
}

function besideItems(
  source: JsonSource,
  path: readonly Step[],
  array: ArrayNode,
  word: SlotToken,
): Slot | undefined {
  const start = source.span(word.start, word.start).start;
  const before = array.items.findLast(({ span }) => span.end <= start);
  const node = array.items.find(
    ({ span }) => span.start >= start && span.start < start + word.end - word.start,
  );
  const gap = before && plainText(source, before.span.end, word.start);
  if (gap !== undefined && !/[,\r\n]/.test(gap)) return undefined;
  return slotOf(source, path, 'value', withNode(word, node), before);
}

function keyAt(object: ObjectNode, offset: number): StringNode | undefined {
  return object.properties.find(({ span }) => span.start === offset)?.key;
}

/** A quoted neighbour is not what the bare word is. */
function withNode(word: SlotToken, node: Node | undefined): SlotToken {
  return word.end > word.start && node ? { ...word, node } : word;
}

/** The text between two tokens, without comments. */
function plainText(source: JsonSource, from: number, to: number): string {
  return source.text.slice(source.offset(from), to).replace(/\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/g, '');
}
