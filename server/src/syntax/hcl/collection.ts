// Lists, objects, the arguments of calls, and `for` in brackets.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#collection-values
import type { Node, PropertyNode, StringNode } from '../node';
import { Char, startsName } from './chars';
import { readExpression, readValue } from './expression';
import { HclString, plainString } from './hclString';
import { dynamic } from './named';
import { readOperand } from './operand';
import type { Reader } from './reader';

/** Reads a list, or `[for … : …]`, at its bracket. */
export function readList(reader: Reader): Node {
  const start = reader.at;
  reader.openBrackets += 1;
  const node = startsFor(reader) ? readFor(reader, Char.CloseBracket) : undefined;
  const items = node ? [] : readSequence(reader, Char.CloseBracket);
  reader.openBrackets -= 1;
  return node ?? { kind: 'array', span: { start, end: reader.end }, items };
}

/** Reads the values between the bracket here and the closing one that is given. */
export function readSequence(reader: Reader, close: number): readonly Node[] {
  const { endsAtLine } = reader;
  const items: Node[] = [];
  reader.take(1);
  reader.endsAtLine = false;
  while (!endsSequence(reader, close)) readItem(reader, items);
  reader.endsAtLine = endsAtLine;
  return items;
}

/** Whether the closing bracket is here, and takes it; or whether something is here that shows it to be missing. */
function endsSequence(reader: Reader, close: number): boolean {
  reader.skip();
  const { code } = reader;
  if (code === close) {
    reader.take(1);
    return true;
  }
  const ends =
    code === Char.None ||
    (code === Char.CloseBrace && reader.openBraces > 0) ||
    (code === Char.CloseParen && reader.openParens > 0) ||
    (code === Char.CloseBracket && reader.openBrackets > 0) ||
    isKeyAhead(reader);
  if (!ends) return false;
  reader.problemBefore(`A closing ${String.fromCharCode(close)} is missing.`);
  reader.end = Math.max(reader.end, reader.at);
  return true;
}

/** Whether `name =`, `name {` or `"name" =` stands here, which belongs to what is around the list. */
function isKeyAhead(reader: Reader): boolean {
  const { code, text } = reader;
  const isQuoted = code === Char.Quote;
  if (!isQuoted && !startsName(code)) return false;
  const end = isQuoted ? quotedEnd(reader) : reader.nameEnd();
  const next = /[^ \t]/g;
  next.lastIndex = end;
  const at = next.exec(text)?.index ?? text.length;
  if (at >= reader.limit) return false;
  if (text[at] === '=') return !/[=>]/.test(text[at + 1] ?? '');
  return isQuoted ? text[at] === ':' : text[at] === '{';
}
