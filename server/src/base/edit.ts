// Edits to a text, and how to apply them. Not LSP's edits: offsets, no positions.
import type { Span } from './span';

/** Replaces the characters of `span` by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Applies edits to a text. Overlapping edits cannot all hold: the first in document order wins and the ones that
 * overlap it are left out, so the result is always well-formed; callers that must know use `conflicts`.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.span.start < done) continue;
    result += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return result + text.slice(done);
}

/** Whether any two of the edits touch the same characters. */
export function conflicts(edits: readonly Edit[]): boolean {
  const sorted = sortEdits(edits);
  return sorted.some((edit, i) => {
    const next = sorted[i + 1];
    return next !== undefined && next.span.start < edit.span.end;
  });
}

/** One edit that does what several do. `between` gives the characters of the document between two offsets. */
export function joinEdits(edits: readonly Edit[], between: (start: number, end: number) => string): Edit {
  const sorted = sortEdits(edits);
  const start = sorted[0]?.span.start ?? 0;
  let end = start;
  let text = '';
  for (const edit of sorted) {
    if (edit.span.start < end) continue;
    text += between(end, edit.span.start) + edit.text;
    end = edit.span.end;
  }
  return { span: { start, end }, text };
}

function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
