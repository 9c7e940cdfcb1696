// Refactorings as code actions: each says what it does to access, and is shown before it is made where the editor can.
import type { CodeAction } from 'vscode-languageserver-types';
import type { Edit } from '../../base/edit';
import type { Span } from '../../base/span';
import type { Access } from '../../rules/rule';
import { type EditContext, workspaceEdit } from './workspaceEdit';

/** What can be done where nothing need be wrong. */
export interface OfferedRefactoring {
  readonly title: string;
  readonly kind: string;
  readonly edits: readonly Edit[];
  readonly access: Access;
  /** Why it cannot be taken here. */
  readonly disabled?: string;
}

export interface OfferContext extends EditContext {
  /** Whether the editor shows actions that cannot be taken, with the reason. */
  readonly disabledActions: boolean;
  /** What is offered at a place, of the kinds that are asked for. */
  readonly refactoringsAt: (span: Span, asks: (kind: string) => boolean) => readonly OfferedRefactoring[];
}

/** LSP's kinds are dotted: who asks for `source` also wants `source.fixAll`. */
export function asks(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** The refactorings at a place, without those that a quick fix among the `others` does as well. */
export function refactorActions(
  only: readonly string[],
  span: Span,
  others: readonly CodeAction[],
  context: OfferContext,
): readonly CodeAction[] {
  const fixes = new Set(others.map(({ edit }) => JSON.stringify(edit)));
  return context
    .refactoringsAt(span, (kind) => asks(only, kind))
    .filter(({ disabled }) => disabled === undefined || context.disabledActions)
    .filter(({ edits }) => edits.length === 0 || !fixes.has(JSON.stringify(workspaceEdit(edits, context))))
    .map((offer) => actionOf(offer, context));
}

function actionOf(
  { title, kind, edits, access, disabled }: OfferedRefactoring,
  context: OfferContext,
): CodeAction {
  const label = `${title} (access: ${access})`;
  if (disabled !== undefined) return { title: label, kind, disabled: { reason: disabled } };
  const annotation = { label: title, description: descriptions[access], needsConfirmation: true };
  return { title: label, kind, edit: workspaceEdit(edits, context, annotation) };
}

const descriptions: Readonly<Record<Access, string>> = {
  same: 'Access stays the same.',
  narrower: 'Gives less access.',
  wider: 'Gives more access.',
  unknown: 'Access changes in a way that Leastwise cannot tell.',
};
