// Which fixes of a document may be applied together without asking anybody.
import { conflicts, type Edit } from '../base/edit';
import type { Finding } from './rule';

/** Edits of the first fix with access `same` of each finding, those left out that touch the edits of another. */
export function unattendedFixes(findings: readonly Finding[]): {
  readonly edits: readonly Edit[];
  readonly fixed: readonly Finding[];
} {
  const edits: Edit[] = [];
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const fix = finding.fixes().find((each) => each.access === 'same');
    if (!fix || conflicts(fix.edits) || fix.edits.some((edit) => edits.some((taken) => clash(edit, taken))))
      continue;
    edits.push(...fix.edits);
    fixed.push(finding);
  }
  return { edits, fixed };
}

function clash(a: Edit, b: Edit): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
