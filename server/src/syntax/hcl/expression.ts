// Expressions of HCL with their operators. What stands between the operators is operand.ts.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
import type { Node } from '../node';
import { Char, isDigit } from './chars';
import { dynamic, unreadable } from './named';
import { readNumber, readOperand } from './operand';
import { MAX_DEPTH, type Reader } from './reader';

/** Reads an expression; `undefined`, with nothing taken, where none begins here. */
export function readExpression(reader: Reader): Node | undefined {
  if (reader.depth >= MAX_DEPTH) return passNested(reader);
  reader.depth += 1;
  const start = reader.at;
  const first = readUnary(reader);
  const node = first && readOperators(reader, start, first);
  reader.depth -= 1;
  return node;
}

/**
 * Reads a value behind `=` or in a list. Text that lacks its quotes, such as `s3:GetObject` or `*`, is a problem and
 * a value known only later.
 */
export function readValue(reader: Reader): Node | undefined {
  const start = reader.at;
  const node = readExpression(reader);
  const mayBeWord = node === undefined || node.kind === 'dynamic' || node.kind === 'number';
  const isAdjacent = node === undefined || (reader.at === reader.last && !reader.isLineStart());
  if (!mayBeWord || !isAdjacent || !continuesWord(reader)) return node;
  while (continuesWord(reader)) reader.take(1);
  reader.problem('This is no value. Text needs double quotes.', start, reader.end);
  return unreadable(reader, start);
}

/** Whether what stands here can be a part of a text without quotes. */
function continuesWord(reader: Reader): boolean {
  const code = reader.code;
  if (code === Char.Dot && reader.codeAt(1) === Char.Dot) return false;
  return code !== Char.None && !/[\s,[\](){}"=#]/.test(String.fromCharCode(code));
}

function readUnary(reader: Reader): Node | undefined {
  const start = reader.at;
  if (reader.code === Char.Minus && isDigit(reader.codeAt(1))) return readNumber(reader);
  if (!isSign(reader)) return readOperand(reader);
  while (isSign(reader)) {
    reader.take(1);
    reader.skip();
  }
  if (!readOperand(reader)) missingOperand(reader);
  return dynamic(reader, start);
}

/** `!condition`, `-number`. */
function isSign(reader: Reader): boolean {
  const code = reader.code;
  return code === Char.Minus || (code === Char.Exclamation && reader.codeAt(1) !== Char.Equals);
}

/** Reads what follows an operand. Precedence changes nothing of what is known, so the operands stand in a row. */
function readOperators(reader: Reader, start: number, first: Node): Node {
  let node = first;
  for (;;) {
    reader.skip();
    const length = operatorLength(reader);
    if (length === 0) break;
    reader.take(length);
    reader.skip();
    if (!readUnary(reader)) missingOperand(reader);
    node = dynamic(reader, start);
  }
  return reader.code === Char.Question ? readBranches(reader, start) : node;
}

/** How long the operator between two operands is that stands here; 0 where none does. */
function operatorLength(reader: Reader): number {
  const next = reader.codeAt(1);
  switch (reader.code) {
    case Char.Plus:
    case Char.Minus:
    case Char.Star:
    case Char.Slash:
    case Char.Percent:
      return 1;
    case Char.Less:
      return next === Char.Equals ? 2 : next === Char.Less ? 0 : 1;
    case Char.Greater:
      return next === Char.Equals ? 2 : 1;
    case Char.Equals:
    case Char.Exclamation:
      return next === Char.Equals ? 2 : 0;
    case Char.Ampersand:
      return next === Char.Ampersand ? 2 : 0;
    case Char.Bar:
      return next === Char.Bar ? 2 : 0;
    default:
      return 0;
  }
}

/** `condition ? value : value`, from its question mark on. */
function readBranches(reader: Reader, start: number): Node {
  reader.take(1);
  const parts: Node[] = [];
  readBranch(reader, parts);
  reader.skip();
  if (reader.code === Char.Colon) {
    reader.take(1);
    readBranch(reader, parts);
  } else {
    reader.problemBefore('A colon and a second value are missing behind this one.');
  }
  return dynamic(reader, start, { parts });
}

function readBranch(reader: Reader, parts: Node[]): void {
  reader.skip();
  const node = readExpression(reader);
  if (node) parts.push(node);
  else missingOperand(reader);
}

function missingOperand(reader: Reader): void {
  reader.problemBefore('A value is missing behind this.');
}

/** Passes over what is nested too deep, in a loop and not by recursion. */
function passNested(reader: Reader): Node {
  const start = reader.at;
  const message = `This is nested more than ${MAX_DEPTH} levels deep and is not read.`;
  reader.problem(message, start, Math.min(start + 1, reader.limit));
  passBrackets(reader);
  return unreadable(reader, start, 'deep nesting');
}

/** Goes behind the bracket that closes the one here, or to the end of the line where none opens. */
export function passBrackets(reader: Reader): void {
  let open = 0;
  do {
    const char = String.fromCharCode(reader.code);
    if ('{[('.includes(char)) open += 1;
    else if (open === 0) reader.at = Math.max(reader.at, reader.lineEnd() - 1);
    else if ('}])'.includes(char)) open -= 1;
    reader.take(1);
  } while (open > 0 && reader.code !== Char.None);
  reader.take(Math.min(0, reader.limit - reader.at));
}
