// Edits in HCL that write whole blocks: `condition { … }`. Attributes are insert.ts, taking away is remove.ts.
import type { Edit } from '../../base/edit';
import type { BlockWriter, ObjectNode, PlainBlock, PlainItem, PropertyNode } from '../node';
import { behind, hasLines, indentIn, openBody } from './insert';
import { keyText, type Layout, render } from './render';
import { type HclSource, indentAt, lineBreakOf, unitOf } from './source';

export function blockWriter(source: HclSource): BlockWriter {
  return {
    insert: (body, blocks, after) => insertBlocks(source, body, blocks, after),
    replace: (block, blocks) => replaceBlock(source, block, blocks),
  };
}

/** A block on lines of its own; the first is not indented. */
export function blockText({ name, items }: PlainBlock, layout: Layout): string {
  const { indent, unit, lineBreak } = layout;
  const inner = { ...layout, indent: indent + unit };
  const lines = items.map((item, index) =>
    'value' in item
      ? `${keyText(item.name).padEnd(keyWidth(items, index))} = ${render(item.value, inner)}`
      : blockText(item, inner),
  );
  if (lines.length === 0) return `${name} {}`;
  return [`${name} {`, ...lines.map((line) => inner.indent + line), `${indent}}`].join(lineBreak);
}

/** The longest key among the attributes that stand together, as the formatter aligns them. */
function keyWidth(items: readonly PlainItem[], index: number): number {
  let start = index;
  let end = index + 1;
  while (isAttribute(items[start - 1])) start -= 1;
  while (isAttribute(items[end])) end += 1;
  return Math.max(...items.slice(start, end).map(({ name }) => keyText(name).length));
}

function isAttribute(item: PlainItem | undefined): boolean {
  return item !== undefined && 'value' in item;
}

function textsOf(source: HclSource, blocks: readonly PlainBlock[], indent: string): string {
  const layout = { indent, unit: unitOf(source.text), lineBreak: lineBreakOf(source.text) };
  return blocks.map((block) => blockText(block, layout)).join(layout.lineBreak + indent);
}

function insertBlocks(
  source: HclSource,
  body: ObjectNode,
  blocks: readonly PlainBlock[],
  after: PropertyNode | undefined,
): Edit {
  const { text } = source;
  if (!hasLines(text, body)) return openBody(source, body, (indent) => textsOf(source, blocks, indent));
  const indent = indentIn(source, body);
  const lines = lineBreakOf(text) + indent + textsOf(source, blocks, indent);
  return behind(text, after ? after.span.end : body.span.start + 1, lines);
}

function replaceBlock(source: HclSource, { span }: PropertyNode, blocks: readonly PlainBlock[]): Edit {
  return { span, text: textsOf(source, blocks, indentAt(source.text, span.start)) };
}
