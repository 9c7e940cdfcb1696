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
}

/** @param annotation what the edits are for; left out where the editor would not show it. */
export function workspaceEdit(
  edits: readonly Edit[],
  context: EditContext,
  annotation?: ChangeAnnotation,
): WorkspaceEdit {
  const { uri, version, lines, versionedEdits, annotatedEdits } = context;
  const textEdits: TextEdit[] = edits.map(({ span, text }) => ({
    range: rangeOf(lines, span),
    newText: text,
  }));
  if (!versionedEdits) return { changes: { [uri]: textEdits } };
  const textDocument = { uri, version };
  if (!annotation || !annotatedEdits) return { documentChanges: [{ textDocument, edits: textEdits }] };
  const annotated = textEdits.map((edit) => ({ ...edit, annotationId: 'refactor' }));
  return {
    documentChanges: [{ textDocument, edits: annotated }],
    changeAnnotations: { refactor: annotation },
  };
}
