// What a file and a block hold: attributes and blocks. A block becomes a property as Terraform's JSON nests it, so
// `resource "aws_iam_role" "x" { … }` is read as `resource: { aws_iam_role: { x: { … } } }`.
// https://developer.hashicorp.com/terraform/language/syntax/json
import type { Node, ObjectNode, PropertyNode, StringNode } from '../node';
import { Char, startsName } from './chars';
import { missingClose } from './collection';
import { passBrackets } from './expression';
import { bareString, HclString } from './hclString';
import { unreadable } from './named';
import { passRest, readAssigned } from './object';
import { MAX_DEPTH, type Reader } from './reader';
import { readQuoted } from './template';

/** Reads a whole text. */
export function readFile(reader: Reader): ObjectNode {
  const properties: PropertyNode[] = [];
  do {
    reader.openBraces = 0;
    readItems(reader, properties);
  } while (reader.nextSection());
  return { kind: 'object', span: { start: 0, end: reader.text.length }, properties };
}

/** Reads the one attribute or block of a file that begins at an offset. */
export function readItemAt(reader: Reader, offset: number): PropertyNode {
  reader.at = offset;
  return readItem(reader);
}

/** Reads attributes and blocks up to the brace that closes around them, or to the end. */
function readItems(reader: Reader, properties: PropertyNode[]): void {
  for (;;) {
    reader.endsAtLine = false;
    reader.skip();
    const { code } = reader;
    if (code === Char.None || (code === Char.CloseBrace && reader.openBraces > 0)) return;
    if (startsName(code) || code === Char.Quote) {
      properties.push(readItem(reader));
      endItem(reader);
    } else {
      if (code !== Char.CloseBrace) reader.problemHere('A name is expected here.');
      else if (reader.unopened > 0) reader.unopened -= 1;
      else reader.problemHere('No { is open here.');
      reader.take(1);
      passRest(reader);
    }
  }
}

/** Reads up to the end of the line that an attribute or block has to itself. */
function endItem(reader: Reader): void {
  reader.endsAtLine = true;
  reader.skip();
  const { code } = reader;
  const isEnd =
    code === Char.LineFeed || code === Char.None || (code === Char.CloseBrace && reader.openBraces > 0);
  if (isEnd || reader.isLineStart()) return;
  reader.problemBefore('A line break is missing behind this.');
  if (code === Char.Comma) reader.take(1);
  else if (!startsName(code)) passRest(reader);
}

function readItem(reader: Reader): PropertyNode {
  const name = readLabel(reader);
  const isQuoted = reader.text[name.span.start] === '"';
  if (isQuoted) reader.problem('A name stands here without quotes.', name.span.start, name.span.end);
  reader.endsAtLine = true;
  reader.skip();
  if (reader.code === Char.Equals || reader.code === Char.Colon) {
    if (reader.code === Char.Colon) reader.problemHere('An attribute takes = and not a colon.');
    reader.take(1);
    const value = readAssigned(reader);
    return propertyOf(name, value, reader.end);
  }
  return propertyOf(name, readLabelled(reader, 'A = or a { is missing behind this name.'), reader.end);
}

/** Reads the rest of a block's header, label by label, and its body; `undefined` where there is neither. */
function readLabelled(reader: Reader, missing: string): Node | undefined {
  const { code, at: start } = reader;
  if (code === Char.OpenBrace) return readBody(reader);
  if (code !== Char.Quote && !startsName(code)) {
    reader.problemBefore(missing);
    reader.unopened += 1;
    return undefined;
  }
  if (reader.depth >= MAX_DEPTH) return passNested(reader);
  reader.depth += 1;
  const label = readLabel(reader);
  reader.skip();
  const value = readLabelled(reader, 'A { is missing behind this block’s header.');
  reader.depth -= 1;
  const { end } = reader;
  return { kind: 'object', span: { start, end }, properties: [propertyOf(label, value, end)] };
}

function readLabel(reader: Reader): StringNode {
  const { text, at: start } = reader;
  if (reader.code !== Char.Quote) {
    reader.takeName();
    return bareString(text, start, reader.end);
  }
  const node = readQuoted(reader);
  if (node.kind === 'string') return node;
  reader.problem('A block’s label cannot have a hole in it.', start, reader.end);
  return new HclString(text, node.span, start + 1, Math.max(start + 1, reader.end - 1), 'quoted');
}

function readBody(reader: Reader): Node {
  if (reader.depth >= MAX_DEPTH) return passNested(reader);
  const start = reader.at;
  const properties: PropertyNode[] = [];
  reader.depth += 1;
  reader.openBraces += 1;
  reader.bodies.add(start);
  reader.take(1);
  readItems(reader, properties);
  if (reader.code === Char.CloseBrace) reader.take(1);
  else missingClose(reader, Char.CloseBrace);
  reader.openBraces -= 1;
  reader.depth -= 1;
  return { kind: 'object', span: { start, end: reader.end }, properties };
}

function passNested(reader: Reader): Node {
  const start = reader.at;
  reader.problemHere(`This is nested more than ${MAX_DEPTH} levels deep and is not read.`);
  passBrackets(reader);
  return unreadable(reader, start, 'deep nesting');
}

function propertyOf(key: StringNode, value: Node | undefined, end: number): PropertyNode {
  return { kind: 'property', span: { start: key.span.start, end }, key, value };
}
