// Findings as workflow commands of GitHub Actions, which it shows as annotations.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import { LineIndex } from '../../../base/lineIndex';
import type { Category } from '../../../service';
import type { LintResult } from '../lint';

const commands: Readonly<Record<Category, string>> = {
  error: 'error',
  security: 'warning',
  warning: 'warning',
  suggestion: 'notice',
};

export function githubReport({ files }: LintResult): string {
  const commandLines = files.flatMap(({ shown, findings, text }) => {
    const lines = new LineIndex(text);
    return findings.map((finding) => {
      const start = lines.positionAt(finding.span.start);
      const end = lines.positionAt(finding.span.end);
      const properties = [
        `file=${escapeProperty(shown)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        // Columns of an annotation are only understood within one line.
        ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
        `title=${escapeProperty(`leastwise ${finding.rule}`)}`,
      ];
      return `::${commands[finding.category]} ${properties.join(',')}::${escapeData(finding.message)}\n`;
    });
  });
  return commandLines.join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
