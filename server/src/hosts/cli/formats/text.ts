// Findings for people: place, rule and message, with the lines of the policy and carets under the place.
import { LineIndex } from '../../../base/lineIndex';
import type { LintResult } from '../lint';
import type { LintedFile, LintedFinding } from '../lintFile';

/** Longer lines are shown in part, around the place. */
const WIDTH = 120;

export function textReport(result: LintResult, colours: boolean): string {
  const paint = painter(colours);
  const parts = result.files.flatMap((file) => {
    const lines = new LineIndex(file.text);
    return file.findings.map((finding) => block(file, lines, finding, paint));
  });
  return [...parts, summary(result, paint)].join('\n');
}

function block(file: LintedFile, index: LineIndex, finding: LintedFinding, paint: Paint): string {
  const { line, character } = index.positionAt(finding.span.start);
  const place = `${file.shown}:${line + 1}:${character + 1}`;
  const grade = paint(colourOf(finding), finding.category);
  const lines = [`${paint('bold', place)}  ${grade}  ${finding.rule}`, `  ${finding.message}`, ''];
  lines.push(...frame(file.text, index, finding, paint));
  for (const related of finding.related) {
    const { shown, start, message } = related;
    lines.push(`  ${shown}:${start.line + 1}:${start.character + 1}  ${message}`);
  }
  for (const fix of finding.fixes)
    lines.push(`  ${paint('dim', `fix (access: ${fix.access})`)} ${fix.title}`);
  return `${lines.join('\n')}\n`;
}

function frame(document: string, lines: LineIndex, finding: LintedFinding, paint: Paint): readonly string[] {
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(Math.max(finding.span.start + 1, finding.span.end));
  const gutter = String(start.line + 1).length;
  const lineText = (line: number) =>
    document.slice(lines.lineStart(line), lines.lineStart(line + 1)).replace(/[\r\n]+$/, '');
  const text = lineText(start.line);
  const until = end.line === start.line ? end.character : text.length;
  const from = Math.max(0, Math.min(start.character - 40, text.length - WIDTH));
  const shown = text.slice(from, from + WIDTH).replaceAll('\t', ' ');
  const length = Math.max(1, Math.min(until, from + WIDTH) - start.character);
  const bar = paint('dim', '|');
  const marker = `${' '.repeat(Math.max(0, start.character - from))}${'^'.repeat(length)}`;
  const result = [
    `  ${start.line + 1} ${bar} ${shown}`,
    `  ${' '.repeat(gutter)} ${bar} ${paint(colourOf(finding), marker)}`,
  ];
  if (start.line > 0) {
    const before = lineText(start.line - 1)
      .slice(from, from + WIDTH)
      .replaceAll('\t', ' ');
    result.unshift(`  ${String(start.line).padStart(gutter)} ${bar} ${before}`.trimEnd());
  }
  return result;
}

function summary({ files }: LintResult, paint: Paint): string {
  const counts = new Map<string, number>();
  for (const { category } of files.flatMap((file) => file.findings)) {
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const policies = files.reduce((sum, file) => sum + file.policyCount, 0);
  const fixed = files.reduce((sum, file) => sum + file.fixed, 0);
  const found = (['error', 'security', 'warning', 'suggestion'] as const)
    .filter((category) => counts.has(category))
    .map((category) => `${counts.get(category) ?? 0} ${category}`);
  const mended = fixed > 0 ? ` ${fixed} mended.` : '';
  const where = `${plural(policies, 'policy', 'policies')} in ${plural(files.length, 'file', 'files')}`;
  return `${paint('bold', found.length > 0 ? `${where}: ${found.join(', ')}.` : `${where}: nothing found.`)}${mended}\n`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue';
type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34 };

function painter(colours: boolean): Paint {
  return (style, text) => (colours ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}

function colourOf({ category }: LintedFinding): Style {
  switch (category) {
    case 'error':
      return 'red';
    case 'security':
    case 'warning':
      return 'yellow';
    case 'suggestion':
      return 'blue';
  }
}
