// Edits in HCL: replacing values and keys. Adding is insert.ts, taking away is remove.ts.
import { type Edit, joinEdits } from '../../base/edit';
import type { Node, Plain, PropertyNode, StringNode, Writer } from '../node';
import { plainOf } from '../plain';
import { blockWriter } from './blocks';
import { HclString } from './hclString';
import { appendItem, insertProperty } from './insert';
import { removeItems, removeProperties, removeProperty } from './remove';
import { keyText, type Layout, quote, render, withoutHoles } from './render';
import { type HclSource, indentAt, lineBreakOf, lineStart, unitOf } from './source';

/** A writer for the text of one tree. */
export function hclWriter(source: HclSource): Writer {
  return {
    replaceString: (node, value) => ({ span: node.span, text: stringText(source, node, value) }),
    replaceValue: (node, value) => replaceValue(source, node, value),
    renameKey: (property, key) => renameKey(source, property, key),
    removeProperty: (object, property) => removeProperty(source, object, property),
    removeProperties: (object, properties) => removeProperties(source, object, properties),
    removeItems: (array, items) => removeItems(source, array, items),
    insertProperty: (object, key, value, after) => insertProperty(source, object, key, value, after),
    appendItem: (array, value) => appendItem(source, array, value),
    plain: plainOf,
    join: (edits) => joinEdits(edits, (start, end) => source.text.slice(start, end)),
    blocks: blockWriter(source),
  };
}

function replaceValue(source: HclSource, node: Node, value: Plain): Edit {
  if (typeof value === 'string' && node.kind === 'string') {
    return { span: node.span, text: stringText(source, node, value) };
  }
  return { span: node.span, text: render(value, layoutAt(source, node.span.start)) };
}

/** How a value is laid out that begins on the line of an offset. */
export function layoutAt({ text }: HclSource, offset: number): Layout {
  return { indent: indentAt(text, offset), unit: unitOf(text), lineBreak: lineBreakOf(text) };
}

/** Another string in the form that this one has. */
function stringText(source: HclSource, node: StringNode, value: string): string {
  const form = node instanceof HclString ? node.form : 'quoted';
  switch (form) {
    case 'quoted':
      return quote(value);
    case 'bare':
      return keyText(value);
    case 'in quotes':
    case 'in heredoc':
      return node.encode?.(value) ?? value;
    case 'heredoc':
      return heredocText(source, node, value) ?? quote(value);
  }
}

/** The whole heredoc with other lines; `undefined` where a heredoc cannot hold them. */
function heredocText({ text }: HclSource, node: StringNode, value: string): string | undefined {
  const written = text.slice(node.span.start, node.span.end);
  const [, flush, word] = /^<<(-?)([^\s]+)/.exec(written) ?? [];
  const lines = withoutHoles(value).split(/\r?\n/);
  const isWhole = word !== undefined && new RegExp(`\\n[ \\t]*${word}$`).test(written);
  if (!isWhole || lines.pop() !== '' || lines.some((line) => line.trim() === word)) return undefined;
  // The smallest indentation is taken off all lines, so one of them must have none of its own.
  if (flush && !lines.some((line) => /^\S/.test(line))) return undefined;
  const first = node.spanOf(0, 0).start;
  const indent = flush ? text.slice(lineStart(text, first), first) : '';
  const opening = written.slice(0, written.indexOf('\n') + 1);
  const closing = written.slice(written.lastIndexOf('\n') + 1);
  const indented = lines.map((line) => (line.trim() === '' ? line : indent + line) + lineBreakOf(text));
  return opening + indented.join('') + closing;
}

function renameKey(source: HclSource, property: PropertyNode, key: string): Edit {
  const { span } = property.key;
  const isQuoted = source.text[span.start] === '"';
  return { span, text: isQuoted ? quote(key) : keyText(key) };
}
