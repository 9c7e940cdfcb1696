// The slot at a cursor between brackets.
import type { Edit } from '../../../base/edit';
import type { ArrayNode, Node, ObjectNode, PropertyNode, Slot } from '../../node';
import { ownItems, ownProperties, type Step } from '../locate';
import { emptyToken, type SlotToken, slotOf, tokenOf } from './slotText';
import { throughTags } from './throughTags';

/** `path` leads to the innermost brackets around the offset. */
export function flowSlotAt(text: string, path: readonly Step[], offset: number): Slot | undefined {
  const flow = path.at(-1);
  switch (flow?.kind) {
    case 'object':
      return inObject(text, path, flow, offset);
    case 'array':
      return inArray(text, path, flow, offset);
    default:
      return undefined;
  }
}

function inObject(text: string, path: readonly Step[], object: ObjectNode, offset: number): Slot | undefined {
  const properties = ownProperties(object);
  for (const [index, property] of properties.entries()) {
    const { key, value } = property;
    const inKey = tokenOf(text, key, offset);
    if (inKey) return keySlot(text, path, inKey, properties[index - 1]);
    if (value && value.span.start >= key.span.end && isIn(value, offset))
      return inScalar(text, [...path, property], value, offset, undefined);
  }
  const before = properties.findLast(({ span }) => span.start < offset);
  if (!before) return keySlot(text, path, emptyToken(offset), undefined);
  const gap = plainText(text, before.span.end, offset);
  const hasColon = text.slice(before.key.span.end, before.span.end).includes(':');
  if (gap.includes(',') || ((before.value || !hasColon) && gap.includes('\n'))) {
    return keySlot(text, path, emptyToken(offset), before);
  }
  if (before.value || !hasColon) return undefined;
  return valueSlot(text, [...path, before], emptyToken(offset), undefined);
}

function inArray(text: string, path: readonly Step[], array: ArrayNode, offset: number): Slot | undefined {
  const items = ownItems(array);
  for (const [index, item] of items.entries()) {
    if (isIn(item, offset)) return inScalar(text, path, item, offset, items[index - 1]);
  }
  const before = items.findLast(({ span }) => span.end <= offset);
  if (before && !/[,\n]/.test(plainText(text, before.span.end, offset))) return undefined;
  return valueSlot(text, path, emptyToken(offset), before);
}

/** A cursor in front of a word is at its start; in front of quotes and brackets it is not in them. */
function isIn({ span, kind }: Node, offset: number): boolean {
  const isWord = kind !== 'object' && kind !== 'array';
  return (isWord ? span.start <= offset : span.start < offset) && offset <= span.end;
}

/** In a value, or in the value of the function that its tag stands for. */
function inScalar(
  text: string,
  path: readonly Step[],
  node: Node,
  offset: number,
  before: Node | undefined,
): Slot | undefined {
  const through = throughTags(text, node, node.span.start, offset);
  const token = through?.value && tokenOf(text, through.value, offset);
  return token && valueSlot(text, [...path, ...through.steps], token, before);
}

function keySlot(
  text: string,
  path: readonly Step[],
  token: SlotToken,
  before: PropertyNode | undefined,
): Slot {
  const comma = /^["'\w]/.test(restOf(text, endWithQuote(token))) ? ',' : '';
  const commas = before ? commaBehind(text, before, token) : [];
  return slotOf({ text, path, at: 'key', token, room: { kind: 'flow', comma }, commas });
}

function valueSlot(text: string, path: readonly Step[], token: SlotToken, before: Node | undefined): Slot {
  const end = endWithQuote(token);
  const comma = /^["'{[\w*!&]/.test(restOf(text, end)) ? ',' : '';
  const commas = before ? commaBehind(text, before, token) : [];
  const isQuoted = token.quote && token.isClosed;
  const behind = isQuoted && comma ? [{ span: { start: end, end }, text: ',' }] : [];
  return slotOf({
    text,
    path,
    at: 'value',
    token,
    room: { kind: 'flow', comma },
    commas: [...commas, ...behind],
  });
}

function endWithQuote({ end, quote, isClosed }: SlotToken): number {
  return quote && isClosed ? end + 1 : end;
}

/** The comma that is missing behind what stands in front of the token. */
function commaBehind(text: string, before: PropertyNode | Node, token: SlotToken): readonly Edit[] {
  const { end } = before.span;
  if (plainText(text, end, token.start).includes(',')) return [];
  return [{ span: { start: end, end }, text: ',' }];
}

/** What follows, without the white space and comments in between. */
function restOf(text: string, from: number): string {
  return text.slice(from, from + 2000).replace(/^(?:\s+#.*|\s+)+/, '');
}

/** The text between two tokens, without comments. */
function plainText(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/(?<=\s)#.*/g, '');
}
