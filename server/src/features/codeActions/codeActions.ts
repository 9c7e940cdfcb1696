// What a person can do about findings: take one of their fixes, or all that are safe. See suppressions.ts for
// switching a rule off. Makes no edits of its own.
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits, type Edit } from '../../base/edit';
import type { LineIndex } from '../../base/lineIndex';
import { overlaps, type Span } from '../../base/span';
import { unattendedFixes } from '../../rules/fix';
import type { Finding, Fix } from '../../rules/rule';
import { rangeOf } from '../render/range';
import { suppressions } from './suppressions';

export const quickFix = 'quickfix';
export const fixAllKind = 'source.fixAll.leastwise';

/** The document that code actions are of, and how its editor takes edits. */
export interface ActionContext {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  /** Whether comments are part of the document's language. */
  readonly commentMark: '//' | '#' | undefined;
  /** Whether the editor takes edits that name the version they are made for. */
  readonly versionedEdits: boolean;
  readonly diagnosticOf: (finding: Finding) => Diagnostic;
  /** The fixes of a finding; none where working them out fails. */
  readonly fixesOf: (finding: Finding) => readonly Fix[];
}

/**
 * The actions for a range of the document.
 * @param only kinds that are asked for, each with all below it; left out, quick fixes are given.
 */
export function codeActions(
  findings: readonly Finding[],
  span: Span,
  only: readonly string[] | undefined,
  context: ActionContext,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (asks(only ?? [quickFix], quickFix)) {
    const here = findings.filter((finding) => overlaps(finding.span, span));
    actions.push(...here.flatMap((finding) => quickFixes(finding, context)));
    actions.push(...switchOff(here, context));
  }
  if (only && asks(only, fixAllKind)) actions.push(...fixAllAction(findings, context));
  return actions;
}

/** LSP's kinds are dotted: who asks for `source` also wants `source.fixAll`. */
function asks(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(finding: Finding, context: ActionContext): CodeAction[] {
  const fixes = context.fixesOf(finding);
  return fixes.map((fix, index) => {
    const action: CodeAction = {
      title: fix.title,
      kind: quickFix,
      diagnostics: [context.diagnosticOf(finding)],
      edit: workspaceEdit(fix.edits, context),
    };
    if (index === 0 && isPreferred(fix, fixes.length)) action.isPreferred = true;
    return action;
  });
}

/** An editor may apply the preferred fix without asking, so it must be the only sensible one, and never give access. */
function isPreferred(fix: Fix, count: number): boolean {
  return fix.access === 'same' || (count === 1 && fix.access !== 'wider');
}

function switchOff(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  const { commentMark, text, lines } = context;
  if (!commentMark) return [];
  return suppressions(findings, text, lines, commentMark).map(({ title, edit, finding }) => ({
    title,
    kind: quickFix,
    diagnostics: [context.diagnosticOf(finding)],
    edit: workspaceEdit([edit], context),
  }));
}

function fixAllAction(findings: readonly Finding[], context: ActionContext): CodeAction[] {
  const { edits, fixed } = unattendedFixes(
    findings.map((finding) => ({ ...finding, fixes: () => context.fixesOf(finding) })),
  );
  if (edits.length === 0 || applyEdits(context.text, edits) === context.text) return [];
  return [
    {
      title: 'Fix all that leaves access the same',
      kind: fixAllKind,
      diagnostics: fixed.map(context.diagnosticOf),
      edit: workspaceEdit(edits, context),
    },
  ];
}

function workspaceEdit(edits: readonly Edit[], context: ActionContext): WorkspaceEdit {
  const { uri, version, lines, versionedEdits } = context;
  const textEdits: TextEdit[] = edits.map(({ span, text }) => ({
    range: rangeOf(lines, span),
    newText: text,
  }));
  if (versionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
  return { changes: { [uri]: textEdits } };
}
