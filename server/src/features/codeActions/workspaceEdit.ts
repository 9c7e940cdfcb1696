// Edits of the engine as LSP's edits of one document, in the form that the editor takes.
import type { ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit } from '../../base/edit';
import type { LineIndex } from '../../base/lineIndex';
import { rangeOf } from '../render/range';

/** The document that is edited, and how its editor takes edits. */
export interface EditContext {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
  /** Whether the editor takes edits that name the version they are made for. */
  readonly versionedEdits: boolean;
  /** Whether it takes edits that say what they are for, and shows them before they are made. */
  readonly annotatedEdits: boolean;
  /** Whether it leaves out what is to be confirmed until somebody ticks it, though they apply the rest. */
  readonly leavesUnticked: boolean;
}

/** @param annotation what the edits are for; left out where the editor would not show it. */
export function workspaceEdit(
  edits: readonly Edit[],
  context: EditContext,
  annotation?: ChangeAnnotation,
): WorkspaceEdit {
  const { uri, version, lines, versionedEdits, annotatedEdits, leavesUnticked } = context;
  const textEdits: TextEdit[] = edits.map(({ span, text }) => ({
    range: rangeOf(lines, span),
    newText: text,
  }));
  if (!versionedEdits) return { changes: { [uri]: textEdits } };
  const textDocument = { uri, version };
  if (!annotation || !annotatedEdits) return { documentChanges: [{ textDocument, edits: textEdits }] };
  const annotated = textEdits.map((edit) => ({ ...edit, annotationId: 'refactor' }));
  if (!leavesUnticked || annotation.needsConfirmation !== true) {
    const changeAnnotations = { refactor: annotation };
    return { documentChanges: [{ textDocument, edits: annotated }], changeAnnotations };
  }
  // All are shown as soon as one is to be confirmed: one that changes nothing, so that none is left to be ticked.
  const end = lines.positionAt(Number.MAX_SAFE_INTEGER);
  const nothing = { range: { start: end, end }, newText: '', annotationId: 'look' };
  return {
    documentChanges: [{ textDocument, edits: [...annotated, nothing] }],
    changeAnnotations: { refactor: { ...annotation, needsConfirmation: false }, look: annotation },
  };
}
