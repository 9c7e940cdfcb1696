// Findings as SARIF 2.1.0, for code scanning.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { LineIndex } from '../../../base/lineIndex';
import type { Category, Rule } from '../../../service';
import type { LintResult } from '../lint';
import type { LintedFile, LintedFinding, LintedPlace } from '../lintFile';
import { rangeOf } from './json';

const levels: Readonly<Record<Category, string>> = {
  error: 'error',
  security: 'warning',
  warning: 'warning',
  suggestion: 'note',
};

export function sarifReport({ files }: LintResult, rules: readonly Rule[], version: string): string {
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const run = {
    tool: {
      driver: { name: 'Leastwise', semanticVersion: version, rules: rules.map(ruleReport) },
    },
    columnKind: 'utf16CodeUnits',
    results: files.flatMap((file) => {
      const lines = new LineIndex(file.text);
      return file.findings.map((finding) => resultOf(file, lines, finding, indexes));
    }),
  };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleReport(rule: Rule) {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    helpUri: rule.source,
    defaultConfiguration: { level: levels[rule.category] },
    properties: {
      category: rule.category,
      ...(rule.accessAnalyzer === undefined ? {} : { accessAnalyzer: rule.accessAnalyzer }),
    },
  };
}

function resultOf(
  { shown, text: document }: LintedFile,
  lines: LineIndex,
  finding: LintedFinding,
  indexes: ReadonlyMap<string, number>,
) {
  const text = document.slice(finding.span.start, finding.span.end);
  return {
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule) ?? -1,
    level: levels[finding.category],
    message: { text: finding.message },
    locations: [locationOf(shown, rangeOf(finding.span, lines))],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            ...locationOf(related.shown, related),
            message: { text: related.message },
          })),
        }),
    partialFingerprints: { 'leastwise/v1': fingerprint(shown, finding.rule, text) },
  };
}

function locationOf(shown: string, { start, end }: Pick<LintedPlace, 'start' | 'end'>) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(shown.replace(/^\//, 'file:///')) },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/** The same for the same mistake in the same file, wherever in it it stands. */
function fingerprint(path: string, rule: string, text: string): string {
  // Loaded for this form alone: it takes longer than to lint a file.
  const { createHash }: typeof import('node:crypto') = require('node:crypto');
  return createHash('sha256').update([path, rule, text].join('\0')).digest('hex').slice(0, 32);
}
