// Objects: `{ key = value }`, with line breaks or commas between, and `{ for … : key => value }`.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#collection-values
import type { Node, PropertyNode } from '../node';
import { Char, startsName } from './chars';
import { endsAround, isKeyAhead, missingClose, readFor, startsFor, startsValue } from './collection';
import { passBrackets, readValue } from './expression';
import { bareString, HclString } from './hclString';
import { readOperand } from './operand';
import type { Reader } from './reader';

/** Reads an object at its brace. */
export function readObject(reader: Reader): Node {
  const start = reader.at;
  const { endsAtLine } = reader;
  reader.openBraces += 1;
  reader.take(1);
  reader.endsAtLine = false;
  reader.skip();
  const node = startsFor(reader) ? readFor(reader, start, Char.CloseBrace) : undefined;
  const properties = node ? [] : readProperties(reader);
  reader.endsAtLine = endsAtLine;
  reader.openBraces -= 1;
  return node ?? { kind: 'object', span: { start, end: reader.end }, properties };
}

function readProperties(reader: Reader): readonly PropertyNode[] {
  const properties: PropertyNode[] = [];
  for (;;) {
    reader.endsAtLine = false;
    reader.skip();
    if (reader.code === Char.CloseBrace) {
      reader.take(1);
      return properties;
    }
    if (endsAround(reader)) {
      missingClose(reader, Char.CloseBrace);
      return properties;
    }
    const property = readProperty(reader);
    if (property) {
      properties.push(property);
      endProperty(reader);
    } else {
      const isComma = reader.code === Char.Comma;
      reader.problemHere(isComma ? 'A key is expected before this comma.' : 'A key is expected here.');
      reader.take(1);
    }
  }
}

/** Reads what is between two properties. */
function endProperty(reader: Reader): void {
  reader.endsAtLine = true;
  reader.skip();
  if (reader.code === Char.Comma) {
    reader.take(1);
  } else if (reader.code !== Char.LineFeed && !endsAround(reader) && !reader.isLineStart()) {
    reader.problemBefore('A comma or a line break is missing behind this.');
    if (reader.code !== Char.Quote && !startsName(reader.code)) passRest(reader);
  }
}

/** Passes over what cannot be read, to the end of its line or to what closes around it. */
export function passRest(reader: Reader): void {
  reader.endsAtLine = true;
  for (;;) {
    reader.skip();
    const { code } = reader;
    if (code === Char.LineFeed || code === Char.Comma || endsAround(reader)) return;
    if (code === Char.Quote) readOperand(reader);
    else if (startsValue(code) && !startsName(code)) passBrackets(reader);
    else reader.take(1);
  }
}

function readProperty(reader: Reader): PropertyNode | undefined {
  const start = reader.at;
  const key = readKey(reader);
  if (!key) return undefined;
  reader.endsAtLine = true;
  reader.skip();
  const isSeparator = reader.code === Char.Equals || reader.code === Char.Colon;
  if (!isSeparator) {
    reader.problemBefore('A = and a value are missing behind this key.');
    return { kind: 'property', span: { start, end: key.key.span.end }, ...key, value: undefined };
  }
  reader.take(1);
  const value = readAssigned(reader);
  return { kind: 'property', span: { start, end: reader.end }, ...key, value };
}

/** Reads the value behind a `=`, on the same line. */
export function readAssigned(reader: Reader): Node | undefined {
  reader.endsAtLine = true;
  reader.skip();
  // `{ b = c = 1 }`: the value of b is still missing.
  const value = isKeyAhead(reader) ? undefined : readValue(reader);
  if (!value) reader.problemBefore('A value is missing here.');
  return value;
}

/** A name, a string, or something that makes a key: `(var.key)`, `"${var.issuer}:sub"`. */
function readKey(reader: Reader): Pick<PropertyNode, 'key' | 'computed'> | undefined {
  const { text, at: start } = reader;
  if (startsName(reader.code)) {
    const end = reader.nameEnd();
    if (!/^[ \t]*[.([]/.test(text.slice(end, end + 20))) {
      reader.take(end - start);
      return { key: bareString(text, start, end) };
    }
  }
  reader.endsAtLine = true;
  const node = readOperand(reader);
  if (!node) return undefined;
  switch (node.kind) {
    case 'string':
      return { key: node };
    case 'dynamic':
      return { key: sourceKey(text, start, reader.end), computed: node };
    default:
      return { key: bareString(text, node.span.start, node.span.end) };
  }
}

/** A key that is known only later goes by its source text, without quotes. */
function sourceKey(text: string, start: number, end: number): HclString {
  const isQuoted = end - start > 1 && text[start] === '"' && text[end - 1] === '"';
  const inset = isQuoted ? 1 : 0;
  return new HclString(text, { start, end }, start + inset, end - inset, isQuoted ? 'quoted' : 'bare');
}
