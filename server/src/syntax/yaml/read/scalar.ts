// Scalars: text of each style as strings, and plain text that YAML's core schema takes for something else.
// https://yaml.org/spec/1.2.2/#103-core-schema
import type { CST } from 'yaml';
import type { Span } from '../../../base/span';
import type { Node } from '../../node';
import { decodeDouble, decodeLines } from './decode';
import { decodeBlock, readHeader } from './decodeBlock';
import { messages } from './messages';
import type { Reporter } from './props';
import { Runs } from './runs';
import { blockStart, endOf, isClosed } from './tokens';
import { YamlString } from './yamlString';

type FlowScalar = CST.FlowScalar;

/** What plain text that is no string stands for; `undefined` for strings. */
export function plainNode(source: string, span: Span): Node | undefined {
  if (source.length <= 5) {
    if (/^(?:~|null|Null|NULL)$/.test(source)) return { kind: 'null', span };
    if (/^(?:true|True|TRUE)$/.test(source)) return { kind: 'boolean', value: true, span };
    if (/^(?:false|False|FALSE)$/.test(source)) return { kind: 'boolean', value: false, span };
  }
  return isNumber(source) ? { kind: 'number', value: numberOf(source), text: source, span } : undefined;
}

function isNumber(source: string): boolean {
  // `+`, `-`, `.` and the digits, with `,` and `/` between them.
  const first = source.charCodeAt(0);
  if (!(first >= 43 && first <= 57)) return false;
  return (
    /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(source) ||
    /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/.test(source) ||
    /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source)
  );
}

function numberOf(source: string): number {
  if (/inf$/i.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  return Number(source);
}

/** A plain or quoted scalar as a string. */
export function flowString(token: FlowScalar, reporter: Reporter): YamlString {
  switch (token.type) {
    case 'double-quoted-scalar':
    case 'single-quoted-scalar':
      return quotedString(token, reporter);
    default:
      return plainString(token.source, token.offset, token.indent, reporter);
  }
}

/** Plain text, which may be folded. `indent`: the column of what it stands in. */
export function plainString(source: string, offset: number, indent: number, reporter: Reporter): YamlString {
  const span = { start: offset, end: offset + source.length };
  const first = source[0] ?? '';
  if (BAD_START.includes(first) && first !== '')
    reporter.problem(messages.badStart(first), offset, offset + 1);
  const isFolded = source.includes('\n');
  const { value, runs } = isFolded ? decodeLines(source, offset, false) : { value: source, runs: undefined };
  return new YamlString(span, value, 'plain', runs, indent + 2, reporter.eol);
}

const BAD_START = ',%@`|>\t';

function quotedString({ type, source, offset, indent }: FlowScalar, reporter: Reporter): YamlString {
  const span = { start: offset, end: offset + source.length };
  const closed = isClosed(source);
  if (!closed) reporter.problem(messages.unclosedHere(source.charAt(0)), span.start, span.end);
  const content = source.slice(1, closed ? -1 : undefined);
  return quotedText(content, span, type === 'double-quoted-scalar', indent, reporter);
}

/** What stands between quotes. */
function quotedText(
  content: string,
  span: Span,
  isDouble: boolean,
  indent: number,
  reporter: Reporter,
): YamlString {
  const style = isDouble ? 'double' : 'single';
  const start = span.start + 1;
  if (!content.includes('\n') && !content.includes(isDouble ? '\\' : "'"))
    return new YamlString(span, content, style, undefined, indent + 2, reporter.eol);
  const { value, runs, badEscapes } = isDouble
    ? decodeDouble(content, start)
    : decodeLines(content, start, true);
  for (const at of badEscapes) reporter.problem(messages.badEscape, at, at + 2);
  return new YamlString(span, value, style, runs, indent + 2, reporter.eol);
}

/** A string without a closing quote that was painted over; it ends with its line. */
export function unclosedString(original: string, span: Span, indent: number, reporter: Reporter): YamlString {
  const isDouble = original[span.start] === '"';
  return quotedText(original.slice(span.start + 1, span.end), span, isDouble, indent, reporter);
}

/** A literal or folded block, with the lines of templates in it. */
export function blockString(token: CST.BlockScalar, original: string, reporter: Reporter): YamlString {
  const first = token.props[0];
  const header = readHeader(first && 'source' in first ? first.source : '|');
  if (header.isOdd && first) reporter.problem(messages.badHeader, first.offset, first.offset + 1);
  checkHeader(token, reporter);
  const start = blockStart(token);
  const source = withTemplateLines(token.source, original, start);
  const { value, runs, column, badLines } = decodeBlock(source, start, header, token.indent);
  for (const at of badLines) reporter.problem(messages.blockIndent, at, at + 1);
  const span = { start: token.offset, end: endOf(token) };
  return new YamlString(span, value, header.folded ? 'folded' : 'literal', runs, column, reporter.eol);
}

/** The lines of templates between those of a block are part of it; below its last line they need not be. */
function withTemplateLines(source: string, original: string, start: number): string {
  if (original.startsWith(source, start)) return source;
  const { length } = source.trimEnd();
  return original.slice(start, start + length) + source.slice(length).replace(/[^\r\n]/g, '');
}

function checkHeader({ props }: CST.BlockScalar, reporter: Reporter): void {
  let hasSpace = false;
  for (const each of props.slice(1)) {
    if (each.type === 'comment' && !hasSpace)
      reporter.problem(messages.commentSpace, each.offset, each.offset + each.source.length);
    if (each.type === 'error') reporter.problem(messages.badHeader, each.offset, each.offset + 1);
    hasSpace = each.type === 'space';
  }
}

/** A string that stands for a tag: `Fn::Sub` for `!Sub`. All of it lies on all of the tag. */
export function tagString(value: string, span: Span): YamlString {
  const runs = new Runs(span.start);
  runs.add(value.length, span.start, span.end);
  return new YamlString(span, value, 'plain', runs, 0, '\n');
}
