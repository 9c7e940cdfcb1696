// Edits in HCL that write whole blocks: `condition { … }`. Attributes are insert.ts, taking away is remove.ts.
import type { Edit } from '../../base/edit';
import type { BlockWriter, ObjectNode, PlainAttribute, PlainBlock, PlainItem, PropertyNode } from '../node';
import { behind, hasLines, indentIn, openBody } from './insert';
import { keyText, type Layout, quote, render } from './render';
import { formOf, type HclSource, indentAt, lineBreakOf, unitOf } from './source';

export function blockWriter(source: HclSource): BlockWriter {
  return {
    insert: (body, blocks, after) => insertBlocks(source, body, blocks, after),
    replace: (block, blocks) => replaceBlock(source, block, blocks),
  };
}

/** A block on lines of its own; the first is not indented. */
export function blockText({ name, labels = [], items }: PlainBlock, layout: Layout): string {
  const { indent, unit, lineBreak } = layout;
  const inner = { ...layout, indent: indent + unit };
  const lines = items.map((item, index) =>
    'value' in item
      ? `${keyText(item.name).padEnd(keyWidth(items, index))} = ${valueText(item, inner)}`
      : blockText(item, inner),
  );
  const header = [name, ...labels.map(quote)].join(' ');
  if (lines.length === 0) return `${header} {}`;
  return [`${header} {`, ...lines.map((line) => inner.indent + line), `${indent}}`].join(lineBreak);
}

function valueText({ value, isExpression }: PlainAttribute, layout: Layout): string {
  return isExpression && typeof value === 'string' ? value : render(value, layout);
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
  if (formOf(source, body) === 'file') return insertInFile(source, blocks, after);
  if (!hasLines(text, body)) return openBody(source, body, (indent) => textsOf(source, blocks, indent));
  const indent = indentIn(source, body);
  const lines = lineBreakOf(text) + indent + textsOf(source, blocks, indent);
  return behind(text, after ? after.span.end : body.span.start + 1, lines);
}

/** Each behind a blank line; in front of the file's first where there is none to stand behind. */
function insertInFile(
  source: HclSource,
  blocks: readonly PlainBlock[],
  after: PropertyNode | undefined,
): Edit {
  const { text } = source;
  const gap = lineBreakOf(text).repeat(2);
  const texts = blocks.map((block) => textsOf(source, [block], ''));
  if (after) return behind(text, after.span.end, texts.map((each) => gap + each).join(''));
  return { span: { start: 0, end: 0 }, text: texts.map((each) => each + gap).join('') };
}

function replaceBlock(source: HclSource, { span }: PropertyNode, blocks: readonly PlainBlock[]): Edit {
  return { span, text: textsOf(source, blocks, indentAt(source.text, span.start)) };
}
