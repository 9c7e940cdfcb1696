// What stands between the operators of an expression: values, names, calls, and what is taken out of them by `.` and
// `[…]`. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expression-terms
import type { Node, NumberNode } from '../node';
import { Char, isDigit, startsName } from './chars';
import { isKeyAhead, readArguments, readList } from './collection';
import { readExpression } from './expression';
import { readHeredoc } from './heredoc';
import { dynamic } from './named';
import { readObject } from './object';
import type { Reader } from './reader';
import { readQuoted } from './template';

/** `undefined`, with nothing taken, where no operand begins here. */
export function readOperand(reader: Reader): Node | undefined {
  const start = reader.at;
  const { code } = reader;
  // `(1 +`, and on the next line a key with its `=`: that belongs to what is around.
  if (!reader.endsAtLine && isKeyAhead(reader) && reader.isLineStart()) return undefined;
  if (startsName(code)) return readNamed(reader);
  const node = readTerm(reader, code);
  if (!node) return undefined;
  return passAccess(reader, undefined) ? dynamic(reader, start) : node;
}

function readTerm(reader: Reader, code: number): Node | undefined {
  switch (code) {
    case Char.Quote:
      return readQuoted(reader);
    case Char.OpenBrace:
      return readObject(reader);
    case Char.OpenBracket:
      return readList(reader);
    case Char.OpenParen:
      return readParens(reader);
    case Char.Less:
      return reader.codeAt(1) === Char.Less ? readHeredoc(reader) : undefined;
    default:
      return isDigit(code) ? readNumber(reader) : undefined;
  }
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

export function readNumber(reader: Reader): NumberNode {
  const start = reader.at;
  NUMBER.lastIndex = start;
  const text = NUMBER.exec(reader.text)?.[0] ?? '';
  reader.take(Math.min(text.length, reader.limit - start));
  const span = { start, end: reader.end };
  return { kind: 'number', span, value: Number(text), text: reader.text.slice(start, reader.end) };
}

/** What is in parentheses, without them. */
function readParens(reader: Reader): Node {
  const start = reader.at;
  const { endsAtLine } = reader;
  reader.take(1);
  reader.endsAtLine = false;
  reader.openParens += 1;
  reader.skip();
  const node = readExpression(reader);
  if (!node) reader.problemBefore('A value is missing here.');
  reader.skip();
  if (reader.code === Char.CloseParen) reader.take(1);
  else reader.problemBefore('A closing ) is missing.');
  reader.openParens -= 1;
  reader.endsAtLine = endsAtLine;
  return node ?? dynamic(reader, start);
}

/** A keyword, a call, or a name with what is taken out of it. */
function readNamed(reader: Reader): Node {
  const start = reader.at;
  let name = reader.takeName();
  while (reader.code === Char.Colon && reader.codeAt(1) === Char.Colon && startsName(reader.codeAt(2))) {
    reader.take(2);
    name += `::${reader.takeName()}`;
  }
  const { end } = reader;
  reader.skip();
  if (reader.code === Char.OpenParen) return readCall(reader, start, name);
  const span = { start, end };
  if (name === 'true' || name === 'false') return { kind: 'boolean', span, value: name === 'true' };
  if (name === 'null') return { kind: 'null', span };
  const reference = [name];
  passAccess(reader, reference);
  return dynamic(reader, start, { reference });
}

function readCall(reader: Reader, start: number, name: string): Node {
  const args = readArguments(reader);
  const call = { ...dynamic(reader, start, { call: { name, args } }), what: `${name}(…)` };
  return passAccess(reader, undefined) ? dynamic(reader, start) : call;
}

/** Passes over `.name`, `[index]`, `.*` and `[*]`; `false` where there are none. Names go into `reference`. */
function passAccess(reader: Reader, reference: string[] | undefined): boolean {
  let found = false;
  for (;;) {
    reader.skip();
    const { code } = reader;
    const isDot = code === Char.Dot && reader.codeAt(1) !== Char.Dot;
    if (!isDot && code !== Char.OpenBracket) return found;
    found = true;
    const name = isDot ? readAttribute(reader) : readIndex(reader);
    if (name !== '') reference?.push(name);
  }
}

function readAttribute(reader: Reader): string {
  reader.take(1);
  // A half-typed `var.` ends with its line, where what follows is another's.
  if (!reader.tolerant) reader.skip();
  const { at } = reader;
  if (reader.code === Char.Star) reader.take(1);
  else if (reader.nameEnd() > at) reader.take(reader.nameEnd() - at);
  else reader.problemBefore('A name is missing behind this dot.');
  return reader.text.slice(at, reader.at);
}

/** `[0]`, `["key"]`, `[*]`, as it is written. */
function readIndex(reader: Reader): string {
  const start = reader.at;
  const { endsAtLine } = reader;
  reader.take(1);
  reader.endsAtLine = false;
  reader.openBrackets += 1;
  reader.skip();
  if (reader.code === Char.Star) reader.take(1);
  else if (!readExpression(reader)) reader.problemBefore('An index is missing here.');
  reader.skip();
  if (reader.code === Char.CloseBracket) reader.take(1);
  else reader.problemBefore('A closing ] is missing.');
  reader.openBrackets -= 1;
  reader.endsAtLine = endsAtLine;
  return reader.text.slice(start, reader.end);
}
