// Findings as LSP diagnostics. Decides nothing: what is shown and how it is graded is settled before.
import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { LineIndex } from '../base/lineIndex';
import type { Category, Finding, Rule } from '../rules/rule';
import { rangeOf } from './render/range';

/** LSP's numbers: 1 error, 2 warning, 3 information. */
const severities: Readonly<Record<Category, DiagnosticSeverity>> = {
  error: 1,
  security: 2,
  warning: 2,
  suggestion: 3,
};

/** LSP's number for what is of no use; editors fade it. */
const UNNECESSARY: DiagnosticTag = 1;

/** The document that findings belong to, and where to look their rules up. */
export interface DiagnosticContext {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly ruleOf: (id: string) => Rule | undefined;
}

export function diagnosticOf(finding: Finding, { uri, lines, ruleOf }: DiagnosticContext): Diagnostic {
  const rule = ruleOf(finding.rule);
  const diagnostic: Diagnostic = {
    range: rangeOf(lines, finding.span),
    severity: severities[finding.category],
    code: finding.rule,
    source: 'leastwise',
    message: finding.message,
  };
  if (rule) diagnostic.codeDescription = { href: rule.source };
  if (finding.rule.startsWith('redundant-')) diagnostic.tags = [UNNECESSARY];
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ document, span, message }) => ({
      location: document
        ? { uri: document.uri, range: rangeOf(new LineIndex(document.text), span) }
        : { uri, range: rangeOf(lines, span) },
      message,
    }));
  }
  return diagnostic;
}
