// What a completion writes in a data source: the elements of a policy as attributes and blocks. Its texts may hold marks
// of a snippet, which go through unchanged.
import type { Plain, PlainBlock, PlainItem, Slot } from '../../../syntax/node';
import { inJson, itemsFor, statementItems } from './written';

/** An element with its value, which is given as JSON. */
export function keyTextOf(slot: Slot, element: string, value: string): string {
  const items = itemsFor(element, parsed(value));
  const blocks: readonly PlainBlock[] = items.filter((item) => 'items' in item);
  const [first] = blocks;
  if (!first) return items.map((item) => attributeText(slot, item)).join('\n');
  if (!slot.blockText) return slot.keyText(first.name, json(blocks.map((each) => inJson(each.items))));
  return blocks.map((block) => slot.blockText?.(block) ?? block.name).join('\n');
}

function attributeText(slot: Slot, item: PlainItem): string {
  return 'value' in item ? slot.keyText(item.name, json(item.value)) : '';
}

/** A statement, given as JSON, by the data source's names. */
export function statementText(written: string): string {
  const statement = parsed(written);
  return json(
    Array.isArray(statement)
      ? statement.map((each) => inJson(statementItems(each)))
      : inJson(statementItems(statement)),
  );
}

function json(value: Plain): string {
  // A list of one is short enough for one line.
  const isShort = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isShort
    ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    : JSON.stringify(value, null, 2);
}

function parsed(json: string): Plain {
  const value: Plain = JSON.parse(json);
  return value;
}
