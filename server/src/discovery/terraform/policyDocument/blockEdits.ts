// Edits that put, add and remove whole blocks, in HCL and in Terraform's JSON syntax, where blocks are items of lists.
import type { Edit } from '../../../base/edit';
import {
  type ObjectNode,
  type PlainBlock,
  type PropertyNode,
  property,
  type Writer,
} from '../../../syntax/node';
import type { Block } from './made';
import { inJson } from './written';

/** The writer of the text. */
export type Inner = Writer;

export function nothing(at: number): Edit {
  return { span: { start: at, end: at }, text: '' };
}

/** Several edits as one. JSON has all blocks of a name behind one key, so that one edit is all there is. */
export function join(writer: Inner, edits: readonly Edit[]): Edit {
  const [first, second] = edits;
  if (first && second && writer.blocks) return writer.blocks.join(edits);
  return first ?? nothing(0);
}

/** Puts blocks in place of others. */
export function putBlocks(writer: Inner, old: readonly Block[], blocks: readonly PlainBlock[]): Edit {
  const [first, ...others] = old;
  if (!first) return nothing(0);
  if (blocks.length === 0) return removeBlocks(writer, old);
  if (writer.blocks) {
    return join(writer, [writer.blocks.replace(first.property, blocks), ...removals(writer, others)]);
  }
  const { list, body } = first;
  const [value, ...more] = blocks.map(({ items }) => inJson(items));
  if (!list || others.length === 0)
    return writer.replaceValue(body, more.length === 0 ? (value ?? null) : [value ?? null, ...more]);
  const kept = list.items.filter((item) => !old.some((block) => block.body === item));
  const plain = kept.map((item) => writer.plain(item)).filter((item) => item !== undefined);
  return plain.length < kept.length
    ? nothing(list.span.start)
    : writer.replaceValue(list, [...plain, ...(value ? [value] : []), ...more]);
}

/** Removes blocks with the lines that they leave empty. */
export function removeBlocks(writer: Inner, blocks: readonly Block[]): Edit {
  return join(writer, removals(writer, blocks));
}

function removals(writer: Inner, blocks: readonly Block[]): readonly Edit[] {
  const lists = new Set(blocks.map(({ list }) => list));
  return [...lists].flatMap((list) => {
    const own = blocks.filter((block) => block.list === list);
    const [first] = own;
    const bodies = own.map(({ body }) => body);
    if (list && bodies.length < list.items.length) return writer.removeItems(list, bodies);
    if (list && first) return [writer.removeProperty(first.owner, first.property)];
    return own.map(({ owner, property: at }) => writer.removeProperty(owner, at));
  });
}

/** Adds blocks of one name behind all that a body holds. */
export function addBlocks(
  writer: Inner,
  body: ObjectNode,
  blocks: readonly PlainBlock[],
  after: PropertyNode | undefined,
): Edit {
  const [first, ...others] = blocks;
  if (!first) return nothing(body.span.start);
  if (writer.blocks) return writer.blocks.insert(body, blocks, after);
  const present = property(body, first.name);
  const values = blocks.map(({ items }) => inJson(items));
  if (!present?.value) return writer.insertProperty(body, first.name, values, after);
  if (present.value.kind === 'array' && others.length === 0)
    return writer.appendItem(present.value, inJson(first.items));
  const plain = writer.plain(present.value);
  if (plain === undefined) return nothing(present.span.end);
  return writer.replaceValue(present.value, [...(Array.isArray(plain) ? plain : [plain]), ...values]);
}
