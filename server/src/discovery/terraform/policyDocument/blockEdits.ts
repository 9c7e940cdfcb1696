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

export function nothing(at: number): Edit {
  return { span: { start: at, end: at }, text: '' };
}

/** Several edits as one. */
export function join(writer: Writer, edits: readonly Edit[]): Edit {
  const [first, second] = edits;
  return second && writer.join ? writer.join(edits) : (first ?? nothing(0));
}

/** Puts blocks in place of others. */
export function putBlocks(writer: Writer, old: readonly Block[], blocks: readonly PlainBlock[]): Edit {
  const [first, ...others] = old;
  if (!first) return nothing(0);
  if (blocks.length === 0) return removeBlocks(writer, old);
  if (writer.blocks) {
    return join(writer, [writer.blocks.replace(first.property, blocks), ...removals(writer, others)]);
  }
  const [value = null, ...more] = blocks.map(({ items }) => inJson(items));
  const added = more.map((each) => first.list && writer.appendItem(first.list, each));
  const put = more.length > 0 && !first.list ? [value, ...more] : value;
  const edits = [writer.replaceValue(first.body, put), ...added, ...removals(writer, others)];
  return join(
    writer,
    edits.filter((edit) => edit !== undefined),
  );
}

/** Removes blocks with the lines that they leave empty. */
export function removeBlocks(writer: Writer, blocks: readonly Block[]): Edit {
  return join(writer, removals(writer, blocks));
}

function removals(writer: Writer, blocks: readonly Block[]): readonly Edit[] {
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
  writer: Writer,
  body: ObjectNode,
  blocks: readonly PlainBlock[],
  after: PropertyNode | undefined,
): Edit {
  const [first] = blocks;
  if (!first) return nothing(body.span.start);
  if (writer.blocks) return writer.blocks.insert(body, blocks, after);
  const present = property(body, first.name);
  const values = blocks.map(({ items }) => inJson(items));
  if (!present?.value) return writer.insertProperty(body, first.name, values, after);
  const { value } = present;
  if (value.kind === 'array')
    return join(
      writer,
      values.map((each) => writer.appendItem(value, each)),
    );
  const plain = writer.plain(value);
  return plain === undefined ? nothing(present.span.end) : writer.replaceValue(value, [plain, ...values]);
}
