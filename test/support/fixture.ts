// Marked text → text and places. `$0` is the cursor; under a line, carets draw what is expected there:
//
//     "Action": "s3:GetObjekt"
//     #          ^^^^^^^^^^^^ invalid-action
//
// A line of drawing starts with `#` in its first column of text and is stripped before parsing, so JSON stays JSON.
import type { Span } from '../../server/src/base/span';

/** A place drawn with carets, and what is written behind them. */
export interface Mark {
  readonly span: Span;
  readonly label: string;
}

export interface Fixture {
  readonly text: string;
  /** Offset of `$0`, where there is one. */
  readonly cursor: number | undefined;
  readonly marks: readonly Mark[];
}

/** Reads marked text. A drawing that points behind the end of its line is an error. */
export function fixture(marked: string): Fixture {
  const lines: string[] = [];
  const marks: Mark[] = [];
  let cursor: number | undefined;
  let lineStart = 0;
  let offset = 0;
  for (const line of marked.split('\n')) {
    const drawing = /^(\s*)#(\s*)(\^+)(?:\s+(.*))?$/.exec(line);
    if (drawing) {
      marks.push(readMark(line, drawing, lineStart, lines.at(-1) ?? ''));
      continue;
    }
    const at = line.indexOf('$0');
    if (at >= 0) cursor = offset + at;
    const text = at < 0 ? line : line.slice(0, at) + line.slice(at + 2);
    lines.push(text);
    lineStart = offset;
    offset += text.length + 1;
  }
  return { text: lines.join('\n'), cursor, marks };
}

function readMark(line: string, drawing: RegExpExecArray, lineStart: number, above: string): Mark {
  const carets = drawing[3] ?? '';
  const column = line.indexOf('^');
  if (column + carets.length > above.length) {
    throw new Error(`The drawing points behind the end of its line:\n${above}\n${line}`);
  }
  const start = lineStart + column;
  return { span: { start, end: start + carets.length }, label: (drawing[4] ?? '').trim() };
}

/** Draws findings under a text, the way `fixture` reads them; for comparing what is with what should be. */
export function draw(text: string, marks: readonly Mark[]): string {
  const result: string[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    result.push(line);
    const end = offset + line.length;
    const here = marks.filter((mark) => mark.span.start >= offset && mark.span.start <= end);
    for (const mark of here.sort((a, b) => a.span.start - b.span.start || a.label.localeCompare(b.label))) {
      const column = mark.span.start - offset;
      const length = Math.max(1, Math.min(mark.span.end, end) - mark.span.start);
      const lead = column === 0 ? '' : `#${' '.repeat(column - 1)}`;
      result.push(`${lead}${'^'.repeat(length)} ${mark.label}`.trimEnd());
    }
    offset = end + 1;
  }
  return result.join('\n');
}
