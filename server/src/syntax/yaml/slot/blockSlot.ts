// The slot at a cursor among the lines of block style: behind a colon or a `-`, at a key, or on a line that is still
// empty, where the column tells what it goes on with. The text need not be whole: the lines above are enough.
import type { ArrayNode, Node, ObjectNode, PropertyNode, Slot } from '../../node';
import { lineEndOf, lineStartOf } from '../lines';
import { isFlow, ownItems, ownProperties, type Step, stepsTo } from '../locate';
import { type Opening, openingsAt } from './openings';
import { emptyToken, type SlotToken, slotOf, tokenOf } from './slotText';
import { throughTags } from './throughTags';

/** The line of a cursor. */
interface Line {
  readonly start: number;
  /** Where its first word begins: behind its indentation and the `-` of items. */
  readonly word: number;
  /** The last `-` in front of the word. */
  readonly dash: number | undefined;
}

export function blockSlotAt(text: string, roots: readonly Node[], offset: number): Slot | undefined {
  const line = lineAt(text, offset);
  if (offset < line.word) return undefined;
  if (text[line.word] === '!') return behindItemTag(text, roots, line.word, offset);
  const found = propertyAt(roots, line.word);
  if (found) {
    const { property, path } = found;
    const { key } = property;
    const colon = colonBehind(text, key);
    if (colon !== undefined && offset > colon) return behindColon(text, path, property, colon, offset);
    const token = tokenOf(text, key, offset);
    if (colon !== undefined) return token && slotOf({ text, path, at: 'key', token, room: { kind: 'line' } });
  }
  const token = wordAt(text, roots, line.word, offset);
  return token && beforeColon(text, roots, line, token);
}

function lineAt(text: string, offset: number): Line {
  const start = lineStartOf(text, offset);
  const lead = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(start, offset))?.[0] ?? '';
  const dash = lead.lastIndexOf('-');
  return { start, word: start + lead.length, dash: dash < 0 ? undefined : start + dash };
}

/** The property whose key begins at an offset, with the way to the object that it is in. */
function propertyAt(
  roots: readonly Node[],
  start: number,
): { readonly property: PropertyNode; readonly path: readonly Step[] } | undefined {
  const steps = stepsTo(roots, { start, end: start + 1 });
  const at = steps.findLastIndex((step) => step.kind === 'property' && step.key.span.start === start);
  const property = steps[at];
  return property?.kind === 'property' ? { property, path: steps.slice(0, at) } : undefined;
}

/** Where the colon of a key stands; `undefined` for a key that is still half-typed. */
function colonBehind(text: string, key: { readonly span: { readonly end: number } }): number | undefined {
  const { end } = key.span;
  const gap = /^[ \t]*:/.exec(text.slice(end, lineEndOf(text, end)));
  return gap ? end + gap[0].length - 1 : undefined;
}

function behindColon(
  text: string,
  path: readonly Step[],
  property: PropertyNode,
  colon: number,
  offset: number,
): Slot | undefined {
  const through = throughTags(text, property.value, colon + 1, offset);
  if (!through) return undefined;
  const { value, from } = through;
  const steps = [...path, property, ...through.steps];
  const room = { kind: 'colon', key: property.key.span } as const;
  const isHere = value && value.span.start >= from;
  const token = value && isHere ? tokenOf(text, value, offset) : undefined;
  if (token) {
    const lead = token.start === colon + 1 ? ' ' : '';
    return slotOf({ text, path: steps, at: 'value', token, room, lead });
  }
  if (value?.kind === 'array' && isHere) return onLineOfKey(text, [...steps, value], value, offset);
  const rest = text.slice(from, lineEndOf(text, offset)).replace(/(?<=\s)#.*/, '');
  if (value || rest.trim() !== '') return undefined;
  const lead = offset === colon + 1 ? ' ' : '';
  return slotOf({ text, path: steps, at: 'value', token: emptyToken(offset), room, lead });
}

/** `- !Sub "arn:…|"`: the value of a function that is an item. */
function behindItemTag(
  text: string,
  roots: readonly Node[],
  start: number,
  offset: number,
): Slot | undefined {
  const steps = stepsTo(roots, { start, end: start + 1 });
  const at = steps.findIndex((step) => step.kind === 'object' && step.span.start === start);
  const item = steps[at];
  const through = item?.kind === 'object' ? throughTags(text, item, start, offset) : undefined;
  const token = through?.value && tokenOf(text, through.value, offset);
  const path = [...steps.slice(0, at), ...(through?.steps ?? [])];
  return token && slotOf({ text, path, at: 'value', token, room: { kind: 'line' } });
}

/** `Action: - s3:Get|`: a list that should begin on the next line. */
function onLineOfKey(text: string, path: readonly Step[], list: ArrayNode, offset: number): Slot | undefined {
  const { start, end } = list.span;
  if (isFlow(text, list) || start >= offset || text.slice(start, offset).includes('\n')) return undefined;
  const item = list.items.at(-1);
  const token = item ? tokenOf(text, item, offset) : offset > end ? emptyToken(offset) : undefined;
  return token && slotOf({ text, path, at: 'value', token, room: { kind: 'line' } });
}

/** The word from `start` to around the cursor, or nothing yet; `undefined` where there is more than a word. */
function wordAt(text: string, roots: readonly Node[], start: number, offset: number): SlotToken | undefined {
  const node = leafAt(roots, start);
  const token = node && tokenOf(text, node, offset);
  if (token) return token;
  const end = lineEndOf(text, offset);
  const typed = text.slice(start, offset);
  if (/\s/.test(typed)) return undefined;
  const more = /^[^\s:]*/.exec(text.slice(offset, end))?.[0] ?? '';
  if (typed === '' && more === '') {
    // Nothing else may stand on the line, but the colon that a key is still missing in front of.
    const rest = text.slice(offset, end);
    return /^\s*(?::.*|#.*)?$/.test(rest) ? emptyToken(offset) : undefined;
  }
  return { start, end: offset + more.length, cursor: offset, quote: undefined, isClosed: true, node };
}

/** The key or scalar that begins at an offset. */
function leafAt(roots: readonly Node[], start: number): Node | undefined {
  const steps = stepsTo(roots, { start, end: start + 1 });
  const last = steps.at(-1);
  if (last?.kind === 'property') return last.key.span.start === start ? last.key : last.value;
  if (last?.kind === 'array') return ownItems(last).find(({ span }) => span.start === start);
  if (last?.kind === 'object') return ownProperties(last).find(({ key }) => key.span.start === start)?.key;
  return roots.find(({ span }) => span.start === start);
}

/** A word at the start of a line or item: a key that has no colon yet, or a value. */
function beforeColon(text: string, roots: readonly Node[], line: Line, token: SlotToken): Slot | undefined {
  const slots = openingsAt(text, roots, line).map((opening) => slotOfOpening(text, opening, token));
  const [first, second] = slots;
  return first && (second ? { ...first, alternative: second } : first);
}

function slotOfOpening(text: string, opening: Opening, token: SlotToken): Slot {
  const place = { text, token, room: { kind: 'line' } } as const;
  switch (opening.kind) {
    case 'key':
      return slotOf({ ...place, path: opening.path, at: 'key' });
    case 'new-object': {
      const object: ObjectNode = {
        kind: 'object',
        span: { start: token.start, end: token.end },
        properties: [],
      };
      return slotOf({ ...place, path: [...opening.path, object], at: 'key' });
    }
    case 'value':
      return slotOf({ ...place, path: opening.path, at: 'value' });
    case 'item':
      return slotOf({ ...place, path: opening.path, at: 'value', lead: '- ' });
  }
}
