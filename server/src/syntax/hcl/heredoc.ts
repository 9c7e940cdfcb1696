// Texts over several lines: `<<EOT … EOT`, and `<<-EOT`, which leaves out the lines' indentation.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
import type { Span } from '../../base/span';
import type { DynamicNode, StringNode, TemplateHole } from '../node';
import { Char } from './chars';
import { HclString, isDoubled, type StringForm } from './hclString';
import { unreadable } from './named';
import type { Reader } from './reader';
import { isHole, readHole, template } from './template';

const OPENING = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*(?:\r?\n|$)/uy;

/** Reads a heredoc at its `<<`. */
export function readHeredoc(reader: Reader): StringNode | DynamicNode {
  const start = reader.at;
  OPENING.lastIndex = start;
  const opening = OPENING.exec(reader.text);
  if (!opening || start + opening[0].trimEnd().length > reader.limit) return notOpened(reader);
  const [line, flush, word = ''] = opening;
  const from = Math.min(start + line.length, reader.limit);
  const last = lastLine(reader, word, from);
  const to = last ?? reader.limit;
  if (last === undefined) {
    const message = `This text has no end. Write ${word} on a line of its own behind it.`;
    reader.problem(message, start, start + line.trimEnd().length);
  }
  const parts = readParts(reader, from, to);
  reader.at = last === undefined ? to : reader.text.indexOf(word, last);
  reader.take(last === undefined ? 0 : word.length);
  if (last === undefined) reader.lost = reader.at;
  const indent = flush === '-' ? commonIndent(reader.text, parts) : 0;
  const [only, second] = parts;
  if (only?.kind === 'lines' && !second) {
    return stringOf(reader.text, only, indent, 'heredoc', { start, end: reader.end });
  }
  const pieces = parts.map((each) =>
    each.kind === 'hole' ? each : stringOf(reader.text, each, indent, 'in heredoc', each),
  );
  return template(
    reader,
    start,
    pieces.filter(({ span }) => span.end > span.start),
  );
}

function notOpened(reader: Reader): DynamicNode {
  const start = reader.at;
  reader.take(Math.max(2, reader.lineEnd() - start));
  reader.problem(
    'A text over several lines begins with a word alone on its line, such as <<EOT.',
    start,
    reader.end,
  );
  return unreadable(reader, start);
}

/** Start of the line that ends a heredoc; `undefined` where it is missing. */
function lastLine(reader: Reader, word: string, from: number): number | undefined {
  const { lines, text } = reader;
  const last = lines.lineOf(word, from);
  if (last === undefined) return undefined;
  const header = lines.headerAfter(from);
  // A block of the file that opens a heredoc of the same word: the line that was found belongs to that one.
  if (header < last) {
    const rest = text.slice(header, last);
    if (new RegExp(`<<-?${word}[ \\t]*\\r?$`, 'm').test(rest)) return undefined;
  }
  return reader.reaches(last + word.length) ? last : undefined;
}

/** A stretch of lines, which is a string once the indentation of all of them is known. */
interface Lines extends Span {
  readonly kind: 'lines';
  readonly startsLine: boolean;
}

/** Stretches of lines with the holes between them; the first and the last are lines, which may be empty. */
function readParts(reader: Reader, from: number, to: number): readonly (Lines | TemplateHole)[] {
  const { text } = reader;
  const parts: (Lines | TemplateHole)[] = [];
  const outer = reader.fence(to);
  reader.at = from;
  for (;;) {
    const start = reader.at;
    passText(reader);
    parts.push({
      kind: 'lines',
      start,
      end: reader.at,
      startsLine: start === from || text[start - 1] === '\n',
    });
    if (reader.code === Char.None) break;
    parts.push(readHole(reader, false));
  }
  reader.restore(outer);
  return parts;
}

/** Goes on to the next hole or the end. */
function passText(reader: Reader): void {
  const { text } = reader;
  while (reader.code !== Char.None && !isHole(reader)) reader.at += isDoubled(text, reader.at) ? 3 : 1;
}

function stringOf(
  text: string,
  { start, end, startsLine }: Lines,
  indent: number,
  form: StringForm,
  { start: spanStart, end: spanEnd }: Span,
): HclString {
  const written = text.slice(start, end);
  const isPlain = indent === 0 && !written.includes('$${') && !written.includes('%%{');
  const spelling = isPlain ? undefined : { escapes: false, indent, startsLine };
  return new HclString(text, { start: spanStart, end: spanEnd }, start, end, form, spelling);
}

/** The smallest indentation of the lines, those left out that are blank. A hole at the start of a line has none. */
function commonIndent(text: string, parts: readonly (Lines | TemplateHole)[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.kind === 'hole') continue;
    const lines = text.slice(part.start, part.end).split('\n');
    for (let i = part.startsLine ? 0 : 1; i < lines.length; i++) {
      const line = lines[i] ?? '';
      const indent = line.length - line.trimStart().length;
      // What has no line break behind it is followed by a hole, or by the line that ends the text.
      const isCounted = i + 1 < lines.length ? indent < line.length : part !== parts.at(-1);
      if (isCounted) least = Math.min(least, indent);
    }
  }
  return Number.isFinite(least) ? least : 0;
}
