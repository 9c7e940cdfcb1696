// Texts with holes: `"arn:aws:s3:::${var.bucket}/*"`. Reads strings in quotes and the holes of any text.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates
import type { DynamicNode, Node, StringNode, TemplateHole, TemplatePiece } from '../node';
import { Char } from './chars';
import { readForNames } from './collection';
import { readExpression } from './expression';
import { escapeAt, HclString, isDoubled, quotedSpelling } from './hclString';
import { dynamic, unreadable } from './named';
import type { Reader } from './reader';

/** Reads a string at its opening quote. One without its closing quote ends with its line. */
export function readQuoted(reader: Reader): StringNode | DynamicNode {
  const start = reader.at;
  const simple = simpleEnd(reader);
  if (simple === undefined) return readPieces(reader, start);
  reader.take(simple + 1 - start);
  return new HclString(reader.text, { start, end: reader.end }, start + 1, simple, 'quoted');
}

/** The closing quote of a string without escapes and holes. */
function simpleEnd({ text, at, limit, tolerant }: Reader): number | undefined {
  for (let end = at + 1; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (code === Char.Quote) return tolerant && opensNext(text, end) ? undefined : end;
    if (code === Char.Backslash || code === Char.LineFeed) return undefined;
    const mayOpen = code === Char.Dollar || code === Char.Percent;
    if (mayOpen && text.charCodeAt(end + 1) === Char.OpenBrace) return undefined;
  }
  return undefined;
}

/** `["s3:Get, "s3:Put"]`: a quote between a gap and a word opens the next string and does not close this one. */
function opensNext(text: string, quote: number): boolean {
  return /[\s,[(]/.test(text[quote - 1] ?? '') && /[\w*]/.test(text[quote + 1] ?? '');
}

function readPieces(reader: Reader, start: number): StringNode | DynamicNode {
  const { text } = reader;
  const pieces: TemplatePiece[] = [];
  let from = start + 1;
  reader.at = from;
  for (;;) {
    passText(reader);
    if (!isHole(reader)) break;
    if (reader.at > from) pieces.push(piece(text, from, reader.at));
    const hole = readHole(reader, true);
    pieces.push(hole);
    from = reader.at;
    if (runsOn(text, hole)) break;
  }
  const isClosed = reader.code === Char.Quote && !(reader.tolerant && opensNext(text, reader.at));
  const to = isClosed ? reader.at : endOfUnclosed(text, from, reader.at);
  reader.at = to;
  reader.take(isClosed ? 1 : 0);
  if (!isClosed) reader.problem('A closing " is missing on this line.', start, Math.max(start + 1, to));
  const span = { start, end: reader.end };
  if (pieces.length === 0) return new HclString(text, span, start + 1, to, 'quoted', quotedSpelling);
  if (to > from) pieces.push(piece(text, from, to));
  return template(reader, start, pieces);
}

/** The value of a text with holes. What fills all of the text is known by its own name as well. */
export function template(reader: Reader, start: number, pieces: readonly TemplatePiece[]): DynamicNode {
  const [only, second] = pieces;
  const inner = only?.kind === 'hole' && !second && only.directive === undefined ? only.node : undefined;
  if (inner === undefined) return dynamic(reader, start, { template: pieces });
  if (inner.kind !== 'dynamic') return dynamic(reader, start, { template: pieces, parts: [inner] });
  return { ...inner, span: { start, end: reader.end }, template: pieces };
}

function piece(text: string, start: number, end: number): HclString {
  return new HclString(text, { start, end }, start, end, 'in quotes', quotedSpelling);
}

/** Goes on to the next quote, hole or line break. */
function passText(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    const code = reader.code;
    if (code === Char.None || code === Char.Quote || code === Char.LineFeed || isHole(reader)) return;
    if (code === Char.Backslash) passEscape(reader);
    else reader.at += isDoubled(text, reader.at) ? 3 : 1;
  }
}

function passEscape(reader: Reader): void {
  const escape = escapeAt(reader.text, reader.at);
  if (!escape) {
    const message = 'This is not an escape of HCL. Write \\\\ for a backslash.';
    reader.problem(message, reader.at, Math.min(reader.at + 2, reader.lineEnd()));
  }
  reader.at = Math.min(reader.at + (escape?.length ?? 1), reader.limit);
}

/** Whether a hole has no end and goes on to a line that is no longer the string's. */
function runsOn(text: string, { span }: TemplateHole): boolean {
  return text[span.end - 1] !== '}' && text.slice(span.start, span.end).includes('\n');
}

/** What closes around an unclosed string, as in `["s3:GetObject]`, is not a part of it. */
function endOfUnclosed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s,()[\]{}]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Whether `${` or `%{` stands here. */
export function isHole(reader: Reader): boolean {
  const code = reader.code;
  return (code === Char.Dollar || code === Char.Percent) && reader.codeAt(1) === Char.OpenBrace;
}

/** Reads `${…}` or `%{…}`. `inQuotes`: in a text that ends with its line. */
export function readHole(reader: Reader, inQuotes: boolean): TemplateHole {
  const start = reader.at;
  const isDirective = reader.code === Char.Percent;
  const outer = inQuotes && reader.tolerant ? reader.fence(holeLimit(reader)) : undefined;
  const { endsAtLine } = reader;
  reader.endsAtLine = false;
  reader.openBraces += 1;
  reader.take(reader.codeAt(2) === Char.Tilde ? 3 : 2);
  reader.skip();
  const directive = isDirective ? reader.takeName() : undefined;
  const node =
    directive === undefined
      ? (readVariable(reader) ?? readExpression(reader))
      : readDirective(reader, directive);
  if (node === undefined && !isDirective) reader.problem('A value is missing here.', start, reader.end);
  closeHole(reader, node);
  reader.openBraces -= 1;
  reader.endsAtLine = endsAtLine;
  if (outer) reader.restore(outer);
  const span = { start, end: reader.end };
  const written = reader.text.slice(span.start, span.end);
  return { kind: 'hole', span, node, written, ...(directive === undefined ? {} : { directive }) };
}

/** `a:b`, which no expression begins with; `a::b()` is a provider's function. */
const VARIABLE = /[a-z][\w.-]*:(?!:)[^{}"\n]*(?=\})/iy;

/** A policy variable of IAM that lacks its second `$`: known by its name, and otherwise like any value of a hole. */
function readVariable(reader: Reader): DynamicNode | undefined {
  const start = reader.at;
  VARIABLE.lastIndex = start;
  const name = VARIABLE.exec(reader.text)?.[0];
  if (name === undefined || start + name.length >= reader.limit) return undefined;
  reader.take(name.length);
  return unreadable(reader, start, name.trim());
}

function closeHole(reader: Reader, node: Node | undefined): void {
  reader.skip();
  if (reader.code === Char.Tilde) reader.take(1);
  if (reader.code === Char.CloseBrace) {
    reader.take(1);
  } else {
    reader.problemBefore('A closing } is missing.');
    reader.at = Math.max(reader.last, node?.span.end ?? 0);
    reader.take(0);
  }
}

/** `%{ if condition }`, `%{ for name, name in list }`, `%{ else }`. */
function readDirective(reader: Reader, directive: string): Node | undefined {
  if (directive === 'for') readForNames(reader);
  else reader.skip();
  return readExpression(reader);
}

/** In a text with mistakes a hole ends with its line, unless an open bracket or comma at its end says otherwise. */
function holeLimit(reader: Reader): number {
  const end = reader.lineEnd();
  return /[([{,]\s*$/.test(reader.text.slice(Math.max(reader.at + 2, end - 200), end)) ? reader.limit : end;
}
