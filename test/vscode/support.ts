// What the suites share: opening marked documents and waiting for what the server says. Holds no test.
import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  type Position,
  Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { LeastwiseApi } from '../../client/src/status';

export interface Opened {
  readonly document: TextDocument;
  readonly uri: Uri;
  /** What stands between « and » in the given text. */
  readonly marked: Range;
  /** Where | stands in the given text; the start of it, when there is none. */
  readonly cursor: Position;
}

/** Shows an unsaved document with the text, marks taken out. */
export async function openText(text: string, language = 'json'): Promise<Opened> {
  const content = text.replace(/[«»|]/g, '');
  let document = await workspace.openTextDocument({ language, content });
  // An unsaved document that was closed just now may come back from its backup, under the same name.
  while (document.getText() !== content) document = await workspace.openTextDocument({ language, content });
  return shown(document, text);
}

/** Shows a file of the workspace. */
export async function openFile(name: string): Promise<Opened> {
  const [file] = await workspace.findFiles(name);
  assert(file, `The workspace has no ${name}.`);
  return shown(await workspace.openTextDocument(file), '');
}

async function shown(document: TextDocument, text: string): Promise<Opened> {
  await window.showTextDocument(document, { preview: false });
  const offsetOf = (mark: string) =>
    text.slice(0, Math.max(0, text.indexOf(mark))).replace(/[«»|]/g, '').length;
  const at = (mark: string) => document.positionAt(offsetOf(mark));
  return { document, uri: document.uri, marked: new Range(at('«'), at('»')), cursor: at('|') };
}

export async function replace(uri: Uri, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, text);
  assert(await workspace.applyEdit(edit));
}

/** Without saving: the workspace is a copy, but the next suite wants it as it was. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}

export async function api(): Promise<LeastwiseApi> {
  const extension = extensions.getExtension<LeastwiseApi>('leastwise.leastwise');
  assert(extension, 'The extension is not there.');
  return extension.activate();
}

/** Our diagnostics of the document, as `rule`. */
export function rulesAt(uri: Uri): readonly unknown[] {
  return ourDiagnostics(uri).map(ruleOf);
}

export function ourDiagnostics(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'leastwise');
}

export function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** The first of our diagnostics with that rule, as soon as there is one. */
export async function diagnosticOf(uri: Uri, rule: string): Promise<Diagnostic> {
  const find = () => ourDiagnostics(uri).find((diagnostic) => ruleOf(diagnostic) === rule);
  return until(`a diagnostic of ${rule}; there are [${rulesAt(uri)}]`, find);
}

export async function noDiagnosticOf(uri: Uri, rule: string): Promise<void> {
  await until(`no diagnostic of ${rule}`, () => !rulesAt(uri).includes(rule));
}

/** What hovers say, in Markdown. */
export function textsOf(hovers: readonly Hover[]): readonly string[] {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value));
}

/** Asks again and again, for so many milliseconds, until the answer is neither false nor undefined. */
export async function until<T>(
  what: string,
  ask: () => Answer<T> | PromiseLike<Answer<T>>,
  patience = 12_000,
): Promise<T> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new assert.AssertionError({ message: `Waited in vain for ${what}.` });
}

type Answer<T> = T | false | undefined;
