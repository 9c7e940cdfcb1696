// Findings for programs: the JSON form that the documentation promises. Lines and characters count from 0.
import { LineIndex } from '../../../base/lineIndex';
import type { Span } from '../../../base/span';
import type { LintResult } from '../lint';
import type { LintedFile } from '../lintFile';

export function jsonReport({ files }: LintResult): string {
  return `${JSON.stringify({ version: 1, files: files.map(fileReport) }, null, 2)}\n`;
}

function fileReport({ shown, policies, findings, text }: LintedFile) {
  const lines = new LineIndex(text);
  return {
    path: shown,
    policies: policies.map(({ start, end, carrier, type, attachedTo }) => ({
      range: { start, end },
      carrier,
      type,
      attachedTo: attachedTo.map(({ kind, name }) => ({ kind, name: name ?? null })),
    })),
    findings: findings.map((finding) => ({
      ruleId: finding.rule,
      category: finding.category,
      message: finding.message,
      range: rangeOf(finding.span, lines),
      related: finding.related.map((related) => ({
        message: related.message,
        // A path where it is another file's.
        ...(related.shown === shown ? {} : { path: related.shown }),
        range: { start: related.start, end: related.end },
      })),
      fixes: finding.fixes,
    })),
  };
}

/** An LSP range, counted from 0 in UTF-16 units. */
export function rangeOf(span: Span, lines: LineIndex) {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
