// Texts over several lines: `<<EOT … EOT`, and `<<-EOT`, which leaves out the lines' indentation.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
import type { DynamicNode, StringNode, TemplatePiece } from '../node';
import { Char } from './chars';
import { HclString, isDoubled, type Spelling } from './hclString';
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
    const message = `This text has no end. Write ${word} alone on a line behind it.`;
    reader.problem(message, start, start + line.trimEnd().length);
  }
  const pieces = readLines(reader, from, to, flush === '-');
  reader.at = last === undefined ? to : reader.text.indexOf(word, last);
  reader.take(last === undefined ? 0 : word.length);
  const [only, second] = pieces;
  const span = { start, end: reader.end };
  if (!second && only?.kind !== 'hole') return only?.as(span) ?? new HclString(reader.text, span, from, to);
  return template(
    reader,
    start,
    pieces.map((each) => (each.kind === 'hole' ? each : each.as())),
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

/** A stretch of text whose spelling is known only when all lines are. */
interface Stretch {
  readonly kind: 'text';
  as(span?: { readonly start: number; readonly end: number }): HclString;
}

type Piece = Stretch | Exclude<TemplatePiece, StringNode>;

function readLines(reader: Reader, from: number, to: number, isFlush: boolean): readonly Piece[] {
  const { text } = reader;
  const stretches: Offsets[] = [];
  const pieces: Piece[] = [];
  const outer = reader.fence(to);
  let start = from;
  let indent = 0;
  const add = (end: number) => {
    const startsLine = start === from || text[start - 1] === '\n';
    const stretch = { start, end, startsLine };
    stretches.push(stretch);
    if (end === start) return;
    pieces.push({
      kind: 'text',
      as: (span) => stringOf(text, stretch, indent, span ?? { start: stretch.start, end }),
    });
  };
  reader.at = from;
  for (;;) {
    passText(reader);
    add(reader.at);
    if (reader.code === Char.None) break;
    pieces.push(readHole(reader, false));
    start = reader.at;
  }
  reader.restore(outer);
  if (isFlush) indent = commonIndent(text, stretches);
  return pieces;
}

interface Offsets {
  readonly start: number;
  readonly end: number;
  readonly startsLine: boolean;
}

/** Goes on to the next hole or the end. */
function passText(reader: Reader): void {
  const { text } = reader;
  while (reader.code !== Char.None && !isHole(reader)) reader.at += isDoubled(text, reader.at) ? 3 : 1;
}

function stringOf(
  text: string,
  { start, end, startsLine }: Offsets,
  indent: number,
  span: { readonly start: number; readonly end: number },
): HclString {
  const written = text.slice(start, end);
  const isPlain = indent === 0 && !written.includes('$${') && !written.includes('%%{');
  const spelling: Spelling | undefined = isPlain ? undefined : { escapes: false, indent, startsLine };
  return new HclString(text, span, start, end, spelling);
}

/** The smallest indentation of the lines, those left out that are blank. A hole at the start of a line has none. */
function commonIndent(text: string, stretches: readonly Offsets[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const stretch of stretches) {
    const lines = text.slice(stretch.start, stretch.end).split('\n');
    for (let i = stretch.startsLine ? 0 : 1; i < lines.length; i++) {
      const line = lines[i] ?? '';
      const indent = line.length - line.trimStart().length;
      // What has no line break behind it is followed by a hole, or by the line that ends the text.
      const isCounted = i + 1 < lines.length ? indent < line.length : stretch !== stretches.at(-1);
      if (isCounted) least = Math.min(least, indent);
    }
  }
  return Number.isFinite(least) ? least : 0;
}
