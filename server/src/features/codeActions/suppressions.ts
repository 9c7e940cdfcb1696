// The comments that switch a rule off: for the next line, or for the whole file. Reading them is rules/suppress.ts.
import type { Edit } from '../../base/edit';
import type { LineIndex } from '../../base/lineIndex';
import type { Finding } from '../../rules/rule';

/** A comment to be written, and the finding that it is about. */
export interface Suppression {
  readonly title: string;
  readonly edit: Edit;
  readonly finding: Finding;
}

/** Two for each rule that is found here: one for its line, one for the file. The same offer is not made twice. */
export function suppressions(
  findings: readonly Finding[],
  text: string,
  lines: LineIndex,
  mark: '//' | '#',
): readonly Suppression[] {
  const perLine = new Map<string, Suppression>();
  const perFile = new Map<string, Suppression>();
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  for (const finding of findings) {
    const { rule, span } = finding;
    const { line } = lines.positionAt(span.start);
    const start = lines.lineStart(line);
    const indent = /^[ \t]*/.exec(text.slice(start, span.start))?.[0] ?? '';
    const comment = `${indent}${mark} leastwise-disable-next-line ${rule} -- reason${lineEnd}`;
    const onceAt = `${rule} ${line}`;
    if (!perLine.has(onceAt)) {
      perLine.set(onceAt, { title: `Turn off ${rule} for this line`, edit: insert(start, comment), finding });
    }
    if (!perFile.has(rule)) {
      const directive = `${mark} leastwise-disable ${rule} -- reason${lineEnd}`;
      perFile.set(rule, { title: `Turn off ${rule} for this file`, edit: insert(0, directive), finding });
    }
  }
  return [...perLine.values(), ...perFile.values()];
}

function insert(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
