// The rules' pages that come with the extension: the link at each diagnostic, and opening a page.
import { commands, type Diagnostic, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient';

export const openRuleCommand = 'leastwise.openRule';

/** The name of a rule's page; the folder has a list of them too. */
const page = /^([a-z0-9-]+)\.md$/;

/**
 * Sends the code at a diagnostic to the page in the extension: it works offline, and the server, which does
 * not know where the client keeps its pages, cannot give that link itself.
 */
export const linkToRulePages: Middleware = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) report.items.forEach(linkToRulePage);
    return report;
  },
  handleDiagnostics(uri, diagnostics, next) {
    diagnostics.forEach(linkToRulePage);
    next(uri, diagnostics);
  },
};

function linkToRulePage(diagnostic: Diagnostic): void {
  const rule = ruleOf(diagnostic);
  if (!rule) return;
  const query = encodeURIComponent(JSON.stringify([rule]));
  diagnostic.code = { value: rule, target: Uri.parse(`command:${openRuleCommand}?${query}`) };
}

function ruleOf(diagnostic: Diagnostic): string | undefined {
  const { code, source } = diagnostic;
  const value = typeof code === 'object' ? code.value : code;
  return source === 'leastwise' && typeof value === 'string' ? value : undefined;
}

/** Opens the page of a rule; without an id, asks for one. */
export async function openRule(context: ExtensionContext, rule: unknown): Promise<void> {
  const id = typeof rule === 'string' ? rule : await pickRule(context);
  if (!id) return;
  const name = `${id}.md`;
  const file = Uri.joinPath(context.extensionUri, 'docs', 'rules', name);
  if (page.test(name) && (await exists(file))) {
    await commands.executeCommand('markdown.showPreview', file);
  } else {
    await window.showWarningMessage(`Leastwise has no rule "${id}".`);
  }
}

async function pickRule(context: ExtensionContext): Promise<string | undefined> {
  const folder = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const pages = await workspace.fs.readDirectory(folder).then(
    (entries) => entries.flatMap(([name]) => page.exec(name)?.[1] ?? []),
    () => [], // On the web a folder cannot be listed.
  );
  if (pages.length === 0)
    return window.showInputBox({ prompt: 'The id of the rule, such as invalid-action' });
  return window.showQuickPick(pages.sort(), { placeHolder: 'The rule whose page to open' });
}

function exists(file: Uri): Thenable<boolean> {
  return workspace.fs.readFile(file).then(
    () => true,
    () => false,
  );
}
