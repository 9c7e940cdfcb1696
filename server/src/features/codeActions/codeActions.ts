// What a person can do about findings: take one of their fixes, or all that are safe. See suppressions.ts for
// switching a rule off, refactorings.ts for what can be done where nothing is wrong. Makes no edits of its own.
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { applyEdits } from '../../base/edit';
import { overlaps, type Span } from '../../base/span';
import { unattendedFixes } from '../../rules/fix';
import type { Finding, Fix } from '../../rules/rule';
import { asks, type OfferContext, refactorActions } from './refactorings';
import { suppressions } from './suppressions';
import { workspaceEdit } from './workspaceEdit';

export const quickFix = 'quickfix';
export const fixAllKind = 'source.fixAll.leastwise';

/** The document that code actions are of, and how its editor takes edits. */
export interface ActionContext extends OfferContext {
  readonly text: string;
  /** Whether comments are part of the document's language. */
  readonly commentMark: '//' | '#' | undefined;
  /** The findings of the document; worked out when they are asked for. */
  readonly findings: () => readonly Finding[];
  readonly diagnosticOf: (finding: Finding) => Diagnostic;
  /** The fixes of a finding; none where working them out fails. */
  readonly fixesOf: (finding: Finding) => readonly Fix[];
}

/**
 * The actions for a range of the document.
 * @param only kinds that are asked for, each with all below it; left out, quick fixes are given.
 */
export function codeActions(
  span: Span,
  only: readonly string[] | undefined,
  context: ActionContext,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (asks(only ?? [quickFix], quickFix)) {
    const here = context.findings().filter((finding) => overlaps(finding.span, span));
    actions.push(...here.flatMap((finding) => quickFixes(finding, context)));
    actions.push(...switchOff(here, context));
  }
  if (only && asks(only, fixAllKind)) actions.push(...fixAllAction(context.findings(), context));
  if (only) actions.push(...refactorActions(only, span, actions, context));
  return actions;
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
