// Edits in HCL that add attributes to bodies, properties to objects and items to lists.
import type { Edit } from '../../base/edit';
import type { ArrayNode, Node, ObjectNode, Plain, PropertyNode } from '../node';
import { keyText, render } from './render';
import { formOf, type HclSource, indentAt, lineBreakOf, lineEnd, lineStart, unitOf } from './source';

/** Adds a property behind another one, or as the first. A block's header takes none. */
export function insertProperty(
  source: HclSource,
  object: ObjectNode,
  key: string,
  value: Plain,
  after: PropertyNode | undefined,
): Edit {
  const { text } = source;
  switch (formOf(source, object)) {
    case 'header':
      return insertion(object.span.end, '');
    case 'file':
      return inFile(source, object, key, value, after);
    case 'body':
      return hasLines(text, object)
        ? inLines(source, object, key, value, after)
        : openBody(source, object, (indent) => assignment(source, key, value, indent, undefined));
    case 'object':
      if (hasLines(text, object)) return inLines(source, object, key, value, after);
      return inOneLine(source, object, key, value, after);
  }
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Whether the first property, or the closing brace of an empty object, is on another line than the opening one. */
export function hasLines(text: string, { span, properties }: ObjectNode): boolean {
  const first = properties[0]?.span.start ?? span.end;
  return text.slice(span.start, first).includes('\n');
}

function inFile(
  source: HclSource,
  file: ObjectNode,
  key: string,
  value: Plain,
  after: PropertyNode | undefined,
): Edit {
  const lineBreak = lineBreakOf(source.text);
  const written = assignment(source, key, value, '', after ?? file.properties[0]);
  if (after) return insertion(lineEnd(source.text, after.span.end), lineBreak + written);
  const first = file.properties[0]?.span.start ?? file.span.end;
  return insertion(first, written + lineBreak);
}

function inLines(
  source: HclSource,
  object: ObjectNode,
  key: string,
  value: Plain,
  after: PropertyNode | undefined,
): Edit {
  const { text } = source;
  const first = object.properties[0];
  const indent = indentIn(source, object);
  const line = lineBreakOf(text) + indent + assignment(source, key, value, indent, after ?? first);
  if (after) return behind(text, after.span.end, line);
  return behind(text, object.span.start + 1, line);
}

/** The white space in front of what an object with lines holds. */
export function indentIn(source: HclSource, { span, properties: [first] }: ObjectNode): string {
  const { text } = source;
  return first ? indentAt(text, first.span.start) : indentAt(text, span.start) + unitOf(text);
}

/** Adds a line behind what ends at an offset, its comma and a comment; or at once, where more follows on the line. */
export function behind(text: string, end: number, line: string): Edit {
  const rest = text.slice(end, lineEnd(text, end));
  const isRestPassed = /^[ \t]*,?[ \t]*(?:(?:#|\/\/).*|\/\*.*?\*\/[ \t]*)?$/.test(rest);
  return insertion(isRestPassed ? end + rest.length : end, line);
}

/** `{}` and `{ a = 1 }` of a block become lines, and one more. `written`: what is added, at an indentation. */
export function openBody(
  source: HclSource,
  { span, properties }: ObjectNode,
  written: (indent: string) => string,
): Edit {
  const { text } = source;
  const around = indentAt(text, span.start);
  const indent = around + unitOf(text);
  const lineBreak = lineBreakOf(text);
  const isClosed = span.end > span.start + 1 && text[span.end - 1] === '}';
  const end = isClosed ? span.end - 1 : (properties.at(-1)?.span.end ?? span.start + 1);
  const present = text.slice(span.start + 1, end).trim();
  const lines = [...(present === '' ? [] : [present]), written(indent)];
  const opened = lines.map((line) => lineBreak + indent + line).join('');
  return { span: { start: span.start + 1, end }, text: isClosed ? opened + lineBreak + around : opened };
}

function inOneLine(
  source: HclSource,
  object: ObjectNode,
  key: string,
  value: Plain,
  after: PropertyNode | undefined,
): Edit {
  const { text } = source;
  const { start, end } = object.span;
  const written = assignment(source, key, value, indentAt(text, start), undefined);
  // A heredoc ends with its line, and between the properties of an object that is enough.
  const isHeredoc = after?.value && text.startsWith('<<', after.value.span.start);
  if (after) return insertion(after.span.end, (isHeredoc ? lineBreakOf(text) : ', ') + written);
  const first = object.properties[0];
  if (first) return insertion(first.span.start, `${written}, `);
  const isClosed = end > start + 1 && text[end - 1] === '}';
  return { span: { start: start + 1, end: isClosed ? end - 1 : start + 1 }, text: ` ${written} ` };
}

/** `key = value`, its `=` under that of a neighbour where there is room. `indent`: of the line that it goes on. */
function assignment(
  { text }: HclSource,
  key: string,
  value: Plain,
  indent: string,
  neighbour: PropertyNode | undefined,
): string {
  const written = keyText(key);
  const layout = { indent, unit: unitOf(text), lineBreak: lineBreakOf(text) };
  return `${written.padEnd(neighbour ? keyWidth(text, neighbour) : 0)} = ${render(value, layout)}`;
}

/** How wide a property's key is up to the space in front of its `=`; 0 where it has none. */
function keyWidth(text: string, { key, value }: PropertyNode): number {
  const gap = text.slice(key.span.end, value?.span.start ?? key.span.end);
  const spaces = /^( +)= ?$/.exec(gap)?.[1]?.length ?? 0;
  return spaces === 0 ? 0 : key.span.end - key.span.start + spaces - 1;
}

/** A comma behind a value; on the next line where it is a heredoc, whose last line holds nothing else. */
function commaBehind(text: string, { span }: Node): string {
  return text.startsWith('<<', span.start) ? `${lineBreakOf(text)},` : ',';
}

/** Adds an item at the end of a list, on a line of its own where the others have one. */
export function appendItem({ text }: HclSource, array: ArrayNode, value: Plain): Edit {
  const { start, end } = array.span;
  const last = array.items.at(-1);
  const layout = { unit: unitOf(text), lineBreak: lineBreakOf(text) };
  if (!last) {
    const isClosed = end > start + 1 && text[end - 1] === ']';
    const item = render(value, { ...layout, indent: indentAt(text, start) });
    return { span: { start: start + 1, end: isClosed ? end - 1 : start + 1 }, text: item };
  }
  const isAlone = text.slice(lineStart(text, last.span.start), last.span.start).trim() === '';
  const indent = indentAt(text, last.span.start);
  const item = render(value, { ...layout, indent });
  const parted = commaBehind(text, last);
  if (!isAlone || parted !== ',') return insertion(last.span.end, `${parted} ${item}`);
  const rest = text.slice(last.span.end, lineEnd(text, last.span.end));
  const [, gap, comma = '', comment = ''] =
    /^([ \t]*)(,?)([ \t]*(?:(?:#|\/\/).*|\/\*.*?\*\/[ \t]*)?)$/.exec(rest) ?? [];
  if (gap === undefined) return insertion(last.span.end, `,${layout.lineBreak}${indent}${item}`);
  const span = { start: last.span.end, end: last.span.end + rest.length };
  const behindComma = comma === '' ? gap + comment : comment;
  return { span, text: `,${behindComma}${layout.lineBreak}${indent}${item}${comma}` };
}
