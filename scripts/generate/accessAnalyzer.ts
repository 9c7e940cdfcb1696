// The page on the checks of IAM Access Analyzer: which rule makes each, and what of it can be decided offline.
import { readFileSync } from 'node:fs';
import type { Category, Rule } from '../../server/src/rules/rule';
import { inRoot } from '../paths';

export interface AnalyzerCheck {
  readonly code: string;
  readonly type: 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';
  /** What of the check can be decided from a policy alone; left out: all of it. */
  readonly part?: string;
}

interface CheckList {
  readonly source: string;
  readonly checks: readonly AnalyzerCheck[];
}

/** The category of a rule that makes a check of this type. */
export const categoryOf: Readonly<Record<AnalyzerCheck['type'], Category>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'security',
  WARNING: 'warning',
  SUGGESTION: 'suggestion',
};

/** The checks that are in force, by code. */
export function analyzerChecks(): CheckList {
  return JSON.parse(readFileSync(inRoot('schemas/accessAnalyzer.json'), 'utf8'));
}

/** Codes of the checks that no rule makes. */
export function missingChecks(rules: readonly Rule[]): readonly string[] {
  const made = new Set(rules.map(({ accessAnalyzer }) => accessAnalyzer));
  return analyzerChecks()
    .checks.filter(({ code }) => !made.has(code))
    .map(({ code }) => code);
}

export function accessAnalyzerPage(rules: readonly Rule[]): string {
  const { source, checks } = analyzerChecks();
  const byCode = new Map(rules.map((rule) => [rule.accessAnalyzer, rule]));
  const made = checks.filter(({ code }) => byCode.has(code)).length;
  const rows = checks.map(({ code, type, part = '' }) => {
    const rule = byCode.get(code);
    const link = rule ? `[${rule.id}](rules/${rule.id}.md)` : 'not yet';
    return `| ${code} | ${type} | ${link} | ${part} |`;
  });
  return [
    '# The checks of IAM Access Analyzer',
    `Leastwise makes ${made === checks.length ? 'all' : `${made} of the`} ${checks.length} [checks of IAM Access Analyzer](${source}) offline. A rule has the code of its check as its id, and the same grade, or a lower one where it is decided in part. Where AWS takes more than its documentation says, or does not tell what it looks up, the last column says what is decided.`,
    ['| code | type | rule | decided in part |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
