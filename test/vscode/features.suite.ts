// What VS Code asks the server for: hover, completion, fixes, symbols.
import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type Hover,
  workspace,
} from 'vscode';
import { closeAll, diagnosticOf, noDiagnosticOf, openText, textsOf, until } from './support';

const policy = (action: string) => `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "ReadReports", "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`;

describe('Features', () => {
  afterEach(closeAll);

  it('explains an action on hover', async () => {
    const { uri, cursor } = await openText(policy('s3:Get|Object'));
    const text = await until('a hover', async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, cursor);
      return textsOf(hovers).find((text) => text.includes('GetObject'));
    });
    assert.match(text, /retrieve|read/i);
  });

  it('completes an action', async () => {
    const { uri, cursor } = await openText(policy('s3:GetObj|'));
    const labels = await until('completions', async () => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        cursor,
      );
      const all = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return all.some((label) => /GetObject$/.test(label)) && all;
    });
    assert(labels.some((label) => /GetObjectAcl$/.test(label)));
  });

  it('mends a misspelt action', async () => {
    const { uri, document } = await openText(policy('«s3:GetObjekt»'));
    const { range } = await diagnosticOf(uri, 'invalid-action');
    const fix = await until('a fix', async () => {
      const all = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
      return all.find(({ title }) => title.includes('s3:GetObject') && /^(Change|Replace)/.test(title));
    });
    assert(fix.edit, 'The fix has no edit.');
    assert(await workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), policy('s3:GetObject'));
    await noDiagnosticOf(uri, 'invalid-action');
  });

  it('names the statements in the outline', async () => {
    const { uri } = await openText(policy('s3:GetObject'));
    await until('the statement', async () => {
      const symbols = await commands.executeCommand<DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return namesOf(symbols).some((name) => name.includes('ReadReports'));
    });
  });
});

function namesOf(symbols: readonly DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children)]);
}
