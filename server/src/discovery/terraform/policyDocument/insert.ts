// Edits that add elements to a policy that is made from a data source: attributes, and blocks.
import type { Edit } from '../../../base/edit';
import type { ObjectNode, Plain, PlainBlock, PropertyNode, Writer } from '../../../syntax/node';
import { addBlocks, join, nothing } from './blockEdits';
import { asMade, type MadeObject, MadeProperty } from './made';
import { itemsFor, operatorBlocks, principalBlocks } from './written';

/** Adds an element, a kind of principal, an operator or a condition key. */
export function insertInto(
  writer: Writer,
  object: ObjectNode,
  key: string,
  value: Plain,
  after: PropertyNode | undefined,
): Edit {
  const made = asMade(object);
  if (!made) return writer.insertProperty(object, key, value, after);
  const { role, body } = made;
  const last = body.properties.at(-1);
  switch (role.kind) {
    case 'document':
    case 'statement':
      return insertElement(writer, made, key, value, after);
    case 'principals':
      return addBlocks(writer, body, principalBlocks(role.name, { [key]: value }), last);
    case 'condition':
      return addBlocks(writer, body, operatorBlocks(key, value), last);
    case 'operator':
      return addBlocks(writer, body, operatorBlocks(role.test, { [key]: value }), last);
  }
}

function insertElement(
  writer: Writer,
  { body }: MadeObject,
  key: string,
  value: Plain,
  after: PropertyNode | undefined,
): Edit {
  const items = itemsFor(key, value);
  const blocks: readonly PlainBlock[] = items.filter((item) => 'items' in item);
  if (blocks.length > 0) return addBlocks(writer, body, blocks, sourceOf(after) ?? body.properties.at(-1));
  const attributes = items.flatMap((item) =>
    'value' in item ? [writer.insertProperty(body, item.name, item.value, sourceOf(after))] : [],
  );
  return attributes.length === 0 ? nothing(body.span.start) : join(writer, attributes);
}

/** What a property was made of, the last where that is several. */
function sourceOf(property: PropertyNode | undefined): PropertyNode | undefined {
  if (!(property instanceof MadeProperty)) return property;
  return property.from.attribute?.property ?? property.from.blocks?.at(-1)?.property;
}
