// Lists, the arguments of calls, and `for` in brackets. Objects are in object.ts.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#collection-values
import type { Node } from '../node';
import { Char, isDigit, startsName } from './chars';
import { readExpression, readValue } from './expression';
import { dynamic } from './named';
import type { Reader } from './reader';

/** Reads a list, or `[for … : value]`, at its bracket. */
export function readList(reader: Reader): Node {
  const start = reader.at;
  const { endsAtLine } = reader;
  reader.openBrackets += 1;
  reader.take(1);
  reader.endsAtLine = false;
  reader.skip();
  const node = startsFor(reader) ? readFor(reader, start, Char.CloseBracket) : undefined;
  const items = node ? [] : readSequence(reader, Char.CloseBracket);
  reader.endsAtLine = endsAtLine;
  reader.openBrackets -= 1;
  return node ?? { kind: 'array', span: { start, end: reader.end }, items };
}

/** Reads the arguments of a call at their parenthesis. */
export function readArguments(reader: Reader): readonly Node[] {
  const { endsAtLine } = reader;
  reader.openParens += 1;
  reader.take(1);
  reader.endsAtLine = false;
  const args = readSequence(reader, Char.CloseParen);
  reader.endsAtLine = endsAtLine;
  reader.openParens -= 1;
  return args;
}

/** Reads values up to and with the closing bracket that is given. */
function readSequence(reader: Reader, close: number): readonly Node[] {
  const items: Node[] = [];
  while (!endsSequence(reader, close)) readItem(reader, items);
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
  if (!endsAround(reader) && !isKeyAhead(reader)) return false;
  missingClose(reader, close);
  return true;
}

/** A bracket that is missing before what stands here. Its list goes up to there, so that a cursor is in it. */
export function missingClose(reader: Reader, close: number): void {
  reader.problemBefore(`A closing ${String.fromCharCode(close)} is missing.`);
  reader.end = Math.max(reader.end, reader.at);
}

/** Whether the text ends here, or a bracket closes that was opened further out. */
export function endsAround(reader: Reader): boolean {
  switch (reader.code) {
    case Char.None:
      return true;
    case Char.CloseBrace:
      return reader.openBraces > 0;
    case Char.CloseParen:
      return reader.openParens > 0;
    case Char.CloseBracket:
      return reader.openBrackets > 0;
    default:
      return false;
  }
}

/** In a text with mistakes: whether `name =`, `name {` or `"name" =` is here, which belongs to what is around. */
export function isKeyAhead(reader: Reader): boolean {
  if (!reader.tolerant) return false;
  const { text, at, code, limit } = reader;
  const isQuoted = code === Char.Quote;
  if (!isQuoted && !startsName(code)) return false;
  let end = isQuoted ? at + 1 : reader.nameEnd();
  while (isQuoted && end < limit && !/["\n]/.test(text.charAt(end))) end += 1;
  if (isQuoted && text[end] === '"') end += 1;
  while (end < limit && /[ \t]/.test(text.charAt(end))) end += 1;
  if (end >= limit) return false;
  if (text[end] === '=') return !/[=>]/.test(text.charAt(end + 1));
  return text[end] === (isQuoted ? ':' : '{');
}

function readItem(reader: Reader, items: Node[]): void {
  const item = reader.code === Char.Comma ? undefined : readValue(reader);
  if (!item) {
    const isComma = reader.code === Char.Comma;
    reader.problemHere(isComma ? 'A value is expected before this comma.' : 'A value is expected here.');
    reader.take(1);
    return;
  }
  items.push(item);
  reader.skip();
  if (reader.code === Char.Dot && reader.codeAt(1) === Char.Dot && reader.codeAt(2) === Char.Dot) {
    reader.take(3);
    reader.skip();
  }
  if (reader.code === Char.Comma) reader.take(1);
  else if (startsValue(reader.code) && !isKeyAhead(reader)) {
    reader.problemBefore('A comma is missing behind this value.');
  }
}

/** Whether a value begins with this character. */
export function startsValue(code: number): boolean {
  const opens = code === Char.Quote || code === Char.OpenBrace || code === Char.OpenBracket;
  return opens || code === Char.OpenParen || isDigit(code) || startsName(code);
}

/** Whether `for name` stands here. */
export function startsFor(reader: Reader): boolean {
  if (!reader.isWord('for')) return false;
  const { text, limit } = reader;
  let at = reader.at + 3;
  while (at < limit && /\s/.test(text.charAt(at))) at += 1;
  return at < limit && startsName(text.charCodeAt(at));
}

/** `for name, name in collection : value if condition`, and `key => value` in braces. */
export function readFor(reader: Reader, start: number, close: number): Node {
  reader.take(3);
  const names = readForNames(reader);
  const over = readExpression(reader);
  if (!over) reader.problemBefore('What to go through is missing behind in.');
  reader.skip();
  if (reader.code === Char.Colon) reader.take(1);
  else reader.problemBefore('A colon and a value are missing behind this.');
  reader.skip();
  let value = readExpression(reader);
  reader.skip();
  if (reader.code === Char.Equals && reader.codeAt(1) === Char.Greater) {
    reader.take(2);
    reader.skip();
    value = readExpression(reader);
    reader.skip();
  }
  if (!value) reader.problemBefore('A value is missing behind this.');
  if (reader.code === Char.Dot) reader.take(Math.min(3, reader.limit - reader.at));
  reader.skip();
  const isFiltered = reader.isWord('if');
  if (isFiltered) readCondition(reader);
  reader.skip();
  if (reader.code === close) reader.take(1);
  else missingClose(reader, close);
  const items = value ? [value] : [];
  const isKeyed = close !== Char.CloseBracket;
  return dynamic(reader, start, over ? { items, loop: { names, over, isFiltered, isKeyed } } : { items });
}

/** The names behind `for`; `in` is taken as well. */
export function readForNames(reader: Reader): readonly string[] {
  const names: string[] = [];
  reader.skip();
  while (startsName(reader.code) && !reader.isWord('in')) {
    names.push(reader.takeName());
    reader.skip();
    if (reader.code === Char.Comma) reader.take(1);
    reader.skip();
  }
  if (reader.isWord('in')) reader.takeName();
  else reader.problemBefore('The word in is missing behind this name.');
  reader.skip();
  return names;
}

function readCondition(reader: Reader): void {
  reader.takeName();
  reader.skip();
  if (!readExpression(reader)) reader.problemBefore('A condition is missing behind if.');
}
