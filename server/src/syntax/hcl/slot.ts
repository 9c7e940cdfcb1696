// Where a cursor stands in an HCL text, whole or half-typed. How a completion is written there is slotText.ts.
import type { DynamicNode, Node, ObjectNode, PropertyNode, Slot, StringNode } from '../node';
import { bareWord, holdsCursor, type SlotToken, slotOf, textToken } from './slotText';
import { formOf, type HclSource, withoutComments } from './source';

type Step = Slot['path'][number];

/** What the cursor is in where that is no gap between properties or items. */
type Inside =
  | { readonly kind: 'text'; readonly node: StringNode | DynamicNode }
  | { readonly kind: 'arguments'; readonly node: DynamicNode }
  | { readonly kind: 'hole' };

/**
 * The slot at an offset. `undefined` in a comment, in the header of a block outside of its labels, in an expression
 * that is more than a word, and where a value stands already.
 */
export function hclSlotAt(source: HclSource, offset: number): Slot | undefined {
  if (source.comments.some((comment) => isInComment(comment, offset))) return undefined;
  const path: Step[] = [];
  const inside = descend(source, source.root, offset, path);
  switch (inside?.kind) {
    case 'hole':
      return undefined;
    case 'text':
      return inText(source, path, inside.node, offset);
    case 'arguments':
      return inArguments(source, path, inside.node, offset);
    case undefined:
      return inGap(source, path, offset);
  }
}

function isInComment({ span, text }: HclSource['comments'][number], offset: number): boolean {
  // `# to the end of the line|` is still in the comment, `/* closed */|` is not.
  return span.start < offset && (offset < span.end || (offset === span.end && !text.endsWith('*/')));
}

/** Puts the containers around the cursor into `path` and gives what it is in there. */
function descend(source: HclSource, node: Node, offset: number, path: Step[]): Inside | undefined {
  switch (node.kind) {
    case 'object':
      return isWithin(source, node, offset) ? inObject(source, node, offset, path) : undefined;
    case 'array': {
      if (!isWithin(source, node, offset)) return undefined;
      path.push(node);
      const item = node.items.find((each) => touchesEnd(each, offset));
      return item && descend(source, item, offset, path);
    }
    case 'string':
      return holdsCursor(source.text, node, offset) ? { kind: 'text', node } : undefined;
    case 'dynamic':
      return inDynamic(source, node, offset, path);
    default:
      return undefined;
  }
}

function touchesEnd({ span }: Pick<Node, 'span'>, offset: number): boolean {
  return span.start < offset && offset <= span.end;
}

/** Behind the opening bracket and not behind the closing one, which may be missing. */
function isWithin(
  source: HclSource,
  node: ObjectNode | Extract<Node, { kind: 'array' }>,
  offset: number,
): boolean {
  const { start, end } = node.span;
  const form = node.kind === 'object' ? formOf(source, node) : 'list';
  if (form === 'file') return true;
  if (form === 'header') return start <= offset && offset <= end;
  if (offset <= start || offset > end) return false;
  if (offset < end || !/[}\]]/.test(source.text[end - 1] ?? '')) return true;
  const last = node.kind === 'object' ? node.properties.at(-1) : node.items.at(-1);
  return last?.span.end === end;
}

function inObject(source: HclSource, object: ObjectNode, offset: number, path: Step[]): Inside | undefined {
  path.push(object);
  const property = object.properties.findLast(({ span }) => span.start < offset);
  if (!property) return undefined;
  if (holdsCursor(source.text, property.key, offset)) return { kind: 'text', node: property.key };
  if (!property.value) return undefined;
  const depth = path.push(property);
  const inside = descend(source, property.value, offset, path);
  if (!inside && path.length === depth) path.pop();
  return inside;
}

function inDynamic(source: HclSource, node: DynamicNode, offset: number, path: Step[]): Inside | undefined {
  if (!touchesEnd(node, offset)) return undefined;
  const hole = node.template?.find(
    (each) => each.kind === 'hole' && isInHole(source.text, each.span, offset),
  );
  if (node.template && !hole) {
    return holdsCursor(source.text, node, offset) ? { kind: 'text', node } : undefined;
  }
  const depth = path.length;
  for (const child of childrenOf(node)) {
    if (!touchesEnd(child, offset)) continue;
    const inside = descend(source, child, offset, path);
    if (inside || path.length > depth) return inside;
  }
  if (hole) return { kind: 'hole' };
  return node.call && isWithinParens(source.text, node, offset) ? { kind: 'arguments', node } : undefined;
}

function isInHole(text: string, span: Node['span'], offset: number): boolean {
  return span.start < offset && (offset < span.end || (offset === span.end && text[span.end - 1] !== '}'));
}

/** The values within a dynamic one that a policy may be made of. */
function childrenOf(node: DynamicNode): readonly Node[] {
  const holes = (node.template ?? []).flatMap((each) =>
    each.kind === 'hole' && each.node ? [each.node] : [],
  );
  return [...(node.call?.args ?? []), ...node.parts, ...(node.items ?? []), ...holes];
}

function isWithinParens(text: string, { span }: DynamicNode, offset: number): boolean {
  const open = text.indexOf('(', span.start);
  return open < offset && (offset < span.end || text[span.end - 1] !== ')');
}

function inText(
  source: HclSource,
  path: readonly Step[],
  node: StringNode | DynamicNode,
  offset: number,
): Slot {
  const token = textToken(source.text, node, offset);
  const isKey = path.at(-1)?.kind === 'object';
  return slotOf(source, path, isKey ? 'key' : 'value', token);
}

function inArguments(
  source: HclSource,
  path: readonly Step[],
  { call, span }: DynamicNode,
  offset: number,
): Slot | undefined {
  const word = bareWord(source.text, offset);
  const before = withoutComments(source.text.slice(span.start, word.start)).trimEnd();
  if (!/[(,]$/.test(before)) return undefined;
  return slotOf(
    source,
    path,
    'value',
    withNode(
      word,
      call?.args.find((arg) => arg.span.start === word.start),
    ),
  );
}

function inGap(source: HclSource, path: readonly Step[], offset: number): Slot | undefined {
  const container = path.at(-1);
  const word = bareWord(source.text, offset);
  switch (container?.kind) {
    case 'object':
      return besideProperties(source, path, container, word);
    case 'array': {
      const before = container.items.findLast(({ span }) => span.end <= word.start);
      const gap = before && withoutComments(source.text.slice(before.span.end, word.start));
      if (gap !== undefined && !/[,\n]/.test(gap)) return undefined;
      const node = container.items.find(({ span }) => span.start >= word.start && span.start < word.end);
      return slotOf(source, path, 'value', withNode(word, node));
    }
    default:
      return undefined;
  }
}

/** Between properties: a bare key, the place for one, or the value behind a `=`. */
function besideProperties(
  source: HclSource,
  path: readonly Step[],
  object: ObjectNode,
  whole: SlotToken,
): Slot | undefined {
  const form = formOf(source, object);
  if (form === 'header') return undefined;
  const word = behindColon(source.text, object, whole);
  const before = object.properties.findLast(({ span }) => span.start < word.start);
  if (!before) return keySlot(source, path, object, word);
  const { key, value } = before;
  const isBehind = value !== undefined && value.span.end <= word.start;
  const gap = withoutComments(source.text.slice((isBehind ? value : key).span.end, word.start));
  const isParted = gap.includes('\n') || (form === 'object' && gap.includes(','));
  if (value === undefined || isBehind) {
    if (isParted) return keySlot(source, path, object, word);
    return isBehind || !/[=:]/.test(gap) ? undefined : slotOf(source, [...path, before], 'value', word);
  }
  // `Effect = | "Allow"`: there is a value already.
  if (value.span.start !== word.start || word.start === word.end || value.kind === 'string') return undefined;
  return slotOf(source, [...path, before], 'value', withNode(word, value));
}

/** `{ Effect:Al| }`: the word begins behind the colon. */
function behindColon(text: string, object: ObjectNode, word: SlotToken): SlotToken {
  const key = object.properties.find(
    ({ key: { span } }) => span.start >= word.start && span.end < word.cursor && text[span.end] === ':',
  )?.key;
  if (key) return { ...word, start: key.span.end + 1 };
  const start = /^:*/.exec(text.slice(word.start, word.cursor))?.[0].length ?? 0;
  return { ...word, start: word.start + start };
}

function keySlot(source: HclSource, path: readonly Step[], object: ObjectNode, word: SlotToken): Slot {
  const key = object.properties.find(({ span }: PropertyNode) => span.start === word.start)?.key;
  return slotOf(source, path, 'key', withNode(word, key));
}

/** A neighbour in quotes is not what the bare word is. */
function withNode(word: SlotToken, node: Node | undefined): SlotToken {
  return word.end > word.start && node ? { ...word, node } : word;
}
