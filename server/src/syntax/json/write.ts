// Edits in JSON: quotes, commas, line breaks and indentation as the text around has them. No reading of values.
import { type Edit, joinEdits } from '../../base/edit';
import type { Span } from '../../base/span';
import { removals } from '../commas';
import type { ArrayNode, Node, ObjectNode, Plain, PropertyNode, StringNode, Writer } from '../node';
import { plainOf } from '../plain';
import type { JsonSource } from './source';

/** A writer for the text of one JSON source. Edits are of the outermost document, encoded as it needs. */
export function jsonWriter(source: JsonSource): Writer {
  const edit = (start: number, end: number, text: string): Edit => ({
    span: source.span(start, end),
    text: source.encode(text),
  });
  const inner = (node: { readonly span: { readonly start: number; readonly end: number } }) => ({
    start: source.offset(node.span.start),
    end: source.offset(node.span.end),
  });
  const replace = (node: Node, value: Plain): Edit => {
    const { start, end } = inner(node);
    return edit(start, end, render(value, indentAt(source.text, start), unitOf(source.text)));
  };
  return {
    replaceString: (node: StringNode, value: string) => replace(node, value),
    replaceValue: replace,
    renameKey(property: PropertyNode, key: string) {
      const { start, end } = inner(property.key);
      return edit(start, end, JSON.stringify(key));
    },
    removeProperty(object: ObjectNode, property: PropertyNode) {
      const [removal] = removals(source.text, inner(object), object.properties.map(inner), [
        object.properties.indexOf(property),
      ]);
      const { start, end } = removal ?? inner(property);
      return edit(start, end, '');
    },
    removeProperties(object: ObjectNode, properties: readonly PropertyNode[]) {
      const all = object.properties;
      const indexes = properties.map((each) => all.indexOf(each)).filter((index) => index >= 0);
      return removals(source.text, inner(object), all.map(inner), indexes).map((gone) =>
        edit(gone.start, gone.end, ''),
      );
    },
    removeItems(array: ArrayNode, items: readonly Node[]) {
      const indexes = items.map((item) => array.items.indexOf(item)).filter((index) => index >= 0);
      return removals(source.text, inner(array), array.items.map(inner), indexes).map((gone) =>
        edit(gone.start, gone.end, ''),
      );
    },
    insertProperty(object: ObjectNode, key: string, value: Plain, after?: PropertyNode) {
      const members = object.properties.map(inner);
      const index = after ? object.properties.indexOf(after) : -1;
      return insertion(source.text, inner(object), members, index, (indent, unit) => {
        return `${JSON.stringify(key)}: ${render(value, indent, unit)}`;
      });
    },
    appendItem(array: ArrayNode, value: Plain) {
      const members = array.items.map(inner);
      return insertion(source.text, inner(array), members, members.length - 1, (indent, unit) =>
        render(value, indent, unit),
      );
    },
    plain: plainOf,
    // What is between edits may be a hole, which cannot be written anew.
    ...(!source.holes && {
      join: (edits: readonly Edit[]) =>
        joinEdits(edits, (start, end) =>
          source.encode(source.text.slice(source.offset(start), source.offset(end))),
        ),
    }),
  };

  function insertion(
    text: string,
    container: Span,
    members: readonly Span[],
    index: number,
    write: (indent: string, unit: string) => string,
  ): Edit {
    const unit = unitOf(text);
    const first = members[0];
    const multiline = first
      ? breaksLine(text, container.start, first.start)
      : container.end - container.start > 2;
    const indent = first && multiline ? indentAt(text, first.start) : indentAt(text, container.start) + unit;
    const after = members[index];
    const lead = multiline ? `${lineEnd(text)}${indent}` : '';
    if (after) return edit(after.end, after.end, `,${lead || ' '}${write(indent, unit)}`);
    if (first)
      return edit(
        container.start + 1,
        container.start + 1,
        `${lead}${write(indent, unit)},${lead ? '' : ' '}`,
      );
    const inside = write(indent, unit);
    const closes = /[}\]]$/.test(text.slice(container.start, container.end));
    const end = closes ? container.end - 1 : container.start + 1;
    const close = multiline && closes ? `${lineEnd(text)}${indentAt(text, container.start)}` : '';
    return edit(container.start + 1, end, `${multiline ? lead : ' '}${inside}${multiline ? close : ' '}`);
  }
}

function render(value: Plain, indent: string, unit: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`);
}

function breaksLine(text: string, from: number, to: number): boolean {
  return /[\r\n]/.test(text.slice(from, to));
}

/** White space at the start of the line of an offset. */
function indentAt(text: string, offset: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
