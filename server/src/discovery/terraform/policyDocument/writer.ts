// Edits on a policy that is made from a data source, as edits on its attributes and blocks. How those are written in
// the syntax of the text is that syntax's business. Adding is insert.ts.
import type { Edit } from '../../../base/edit';
import type {
  ArrayNode,
  Node,
  ObjectNode,
  Plain,
  PlainBlock,
  PropertyNode,
  StringNode,
  Tree,
  Writer,
} from '../../../syntax/node';
import { join, nothing, putBlocks, removeBlocks } from './blockEdits';
import { insertInto } from './insert';
import {
  asMade,
  DefaultString,
  ElementKey,
  EveryoneString,
  MadeArray,
  type MadeObject,
  MadeProperty,
  MarkedString,
} from './made';
import { nameOf } from './names';
import { listOf, writtenVariables } from './variables';
import { conditionBlocks, operatorBlocks, principalBlocks } from './written';

/** A writer for the policies that are made from the data sources of a tree. */
export function policyWriter({ writer }: Tree): Writer {
  return {
    replaceString: (node, value) => replaceString(writer, node, value),
    replaceValue: (node, value) => replaceValue(writer, node, value),
    renameKey: (property, key) => renameKey(writer, property, key),
    removeProperty: (object, property) => removeProperty(writer, object, property),
    removeProperties: (object, properties) => properties.map((each) => removeProperty(writer, object, each)),
    removeItems: (array, items) => removeItems(writer, array, items),
    insertProperty: (object, key, value, after) => insertInto(writer, object, key, value, after),
    appendItem: (array, value) => appendItem(writer, array, value),
    plain: (node) => writer.plain(node),
    names: {
      nameOf,
      written: (key) => (key instanceof ElementKey ? key.source.value : key.value),
    },
  };
}

function replaceString(writer: Writer, node: StringNode, value: string): Edit {
  if (node instanceof MarkedString) return writer.replaceString(node.source, writtenVariables(value));
  if (node instanceof DefaultString) return writer.insertProperty(node.owner, node.name, value);
  if (node instanceof EveryoneString) return writer.replaceString(node.source, value);
  if (node instanceof ElementKey) return writer.replaceString(node.source, nameOf(value));
  return writer.replaceString(node, value);
}

function replaceValue(writer: Writer, node: Node, value: Plain): Edit {
  if (node.kind === 'string' && typeof value === 'string') return replaceString(writer, node, value);
  if (node instanceof EveryoneString) {
    return putBlocks(writer, [node.block], principalBlocks(node.block.named.key.value, value));
  }
  const made = asMade(node);
  if (made) return putBlocks(writer, made.blocks, blocksFor(made, value));
  if (node instanceof MadeArray) return replaceLists(writer, node, value);
  if (node.kind === 'array') return writer.replaceValue(node, listOf(value));
  return writer.replaceValue(node, value);
}

function blocksFor({ role }: MadeObject, value: Plain): readonly PlainBlock[] {
  switch (role.kind) {
    case 'principals':
      return principalBlocks(role.name, value);
    case 'condition':
      return conditionBlocks(value);
    case 'operator':
      return operatorBlocks(role.test, value);
    case 'document':
    case 'statement':
      return [];
  }
}

/** All values in the first list; the others become empty. */
function replaceLists(writer: Writer, { parts: [first, ...others] }: MadeArray, value: Plain): Edit {
  const emptied = others.flatMap((list) => writer.removeItems(list, list.items));
  return join(writer, [writer.replaceValue(first, listOf(value)), ...emptied]);
}

function renameKey(writer: Writer, property: PropertyNode, key: string): Edit {
  if (!(property instanceof MadeProperty)) return writer.renameKey(property, key);
  const { attribute, blocks = [], keys } = property.from;
  if (attribute) return writer.renameKey(attribute.property, nameOf(key));
  if (keys)
    return join(
      writer,
      keys.map((each) => writer.replaceString(each, key)),
    );
  const named = new Set(blocks.map((block) => block.named));
  return join(
    writer,
    [...named].map((each) => writer.renameKey(each, nameOf(key))),
  );
}

function removeProperty(writer: Writer, object: ObjectNode, property: PropertyNode): Edit {
  if (!(property instanceof MadeProperty)) return writer.removeProperty(object, property);
  const { attribute, blocks } = property.from;
  if (attribute) return writer.removeProperty(attribute.owner, attribute.property);
  return blocks ? removeBlocks(writer, blocks) : nothing(property.span.start);
}

function removeItems(writer: Writer, array: ArrayNode, items: readonly Node[]): readonly Edit[] {
  if (!(array instanceof MadeArray)) return writer.removeItems(array, items);
  const wanted = new Set(items);
  let index = 0;
  return array.parts.flatMap((list) => {
    const gone = list.items.filter(() => {
      const item = array.items[index];
      index += 1;
      return item !== undefined && wanted.has(item);
    });
    return gone.length === 0 ? [] : writer.removeItems(list, gone);
  });
}

function appendItem(writer: Writer, array: ArrayNode, value: Plain): Edit {
  const list = array instanceof MadeArray ? (array.parts.at(-1) ?? array.parts[0]) : array;
  return writer.appendItem(list, listOf(value)[0] ?? value);
}
