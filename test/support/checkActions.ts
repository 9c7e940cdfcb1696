// Code actions on marked text: `$0` is the cursor. Titles out, or the text after taking one.
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits, type Edit } from '../../server/src/base/edit';
import { LineIndex } from '../../server/src/base/lineIndex';
import type { Rule } from '../../server/src/rules/rule';
import type { CloneFiles } from '../../server/src/service';
import { type AskOptions, askOf, testService } from './ask';
import { fixture } from './fixture';

export interface ActionOptions extends AskOptions {
  readonly only?: readonly string[];
  readonly versionedEdits?: boolean;
  readonly annotatedEdits?: boolean;
  readonly disabledActions?: boolean;
  readonly leavesUnticked?: boolean;
  readonly clone?: CloneFiles;
}

/** What is offered at `$0`, under the rules given. */
export function actionsAt(rules: readonly Rule[], marked: string, options: ActionOptions = {}): CodeAction[] {
  const { text, cursor } = fixture(marked);
  if (cursor === undefined) throw new Error('The text has no $0.');
  const at = new LineIndex(text).positionAt(cursor);
  const { only, clone, versionedEdits = true, annotatedEdits = false } = options;
  const { disabledActions = false, leavesUnticked = false } = options;
  return testService(rules).codeActions(
    askOf(text, options),
    { start: at, end: at },
    { only, clone, versionedEdits, annotatedEdits, disabledActions, leavesUnticked },
  );
}

/** The text after the action with this title. */
export function taken(
  rules: readonly Rule[],
  marked: string,
  title: string,
  options: ActionOptions = {},
): string {
  const offered = actionsAt(rules, marked, options);
  const action = offered.find((each) => each.title === title);
  if (!action?.edit) throw new Error(`There is no "${title}" among ${offered.map((each) => each.title)}.`);
  return applyWorkspaceEdit(fixture(marked).text, action.edit);
}

/** Applies the edits of one document, as an editor does. */
export function applyWorkspaceEdit(text: string, { documentChanges, changes }: WorkspaceEdit): string {
  const lines = new LineIndex(text);
  const versioned = (documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  const edits = [...versioned, ...Object.values(changes ?? {}).flat()].map((edit): Edit => {
    if (!('newText' in edit)) throw new Error('A snippet cannot be applied here.');
    const { start, end } = edit.range;
    return { span: { start: lines.offsetAt(start), end: lines.offsetAt(end) }, text: edit.newText };
  });
  return applyEdits(text, edits);
}
