// Spans to LSP ranges and back. The only place where the two meet.
import type { Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../../base/lineIndex';
import type { Span } from '../../base/span';

/** Offsets → lines and UTF-16 characters. */
export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** Lines and UTF-16 characters → offsets. */
export function spanOf(lines: LineIndex, range: Range): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}
