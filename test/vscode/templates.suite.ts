// Files that carry a policy in YAML and in Terraform: which language VS Code opens them in, and what it is then told.
import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  commands,
  type Hover,
  Position,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { closeAll, diagnosticOf, noDiagnosticOf, openFile, replace, textsOf, until } from './support';

const files = [
  { name: 'template.yaml', language: 'yaml', written: 's3:GetObjekt' },
  { name: 'main.tf', language: 'terraform', written: '"s3:GetObjekt"' },
] as const;

for (const { name, language, written } of files) {
  describe(name, () => {
    afterEach(closeAll);

    it(`is opened as ${language}`, async () => {
      const { document } = await openFile(name);
      assert.equal(document.languageId, language);
    });

    it('has its mistake underlined where it stands', async () => {
      const { document, uri } = await openFile(name);
      const { range } = await diagnosticOf(uri, 'invalid-action');
      assert.equal(document.getText(range), written);
    });

    it('explains an action on hover', async () => {
      const { document, uri } = await openFile(name);
      const at = positionOf(document, 'ListBucket');
      await until('a hover', async () => {
        const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
        return textsOf(hovers).some((text) => text.includes('ListBucket'));
      });
    });

    it('completes an action', async () => {
      const { document, uri } = await openFile(name);
      const at = positionOf(document, 'Objekt').translate(0, 3);
      const list = await until('completions', async () => {
        const { items } = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          uri,
          at,
        );
        return items.length > 0 && items;
      });
      const labels = list.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert(
        labels.some((label) => /GetObjectTagging$/.test(label)),
        labels.slice(0, 20).join(', '),
      );
    });

    it('is mended and saved', async () => {
      const { document, uri } = await openFile(name);
      const before = document.getText();
      const { range } = await diagnosticOf(uri, 'invalid-action');
      const fix = await until('a fix', async () => {
        const all = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          range,
        );
        return all.find(({ title }) => title === 'Change to s3:GetObject');
      });
      assert(fix.edit, 'The fix has no edit.');
      assert(await workspace.applyEdit(fix.edit));
      await noDiagnosticOf(uri, 'invalid-action');
      assert(await document.save());
      assert.equal(await textOnDisk(uri), before.replace('GetObjekt', 'GetObject'));
      // Through the editor, which would otherwise be told of a changed file some time later.
      await replace(uri, new Range(new Position(0, 0), document.positionAt(before.length)), before);
      assert(await document.save());
    });

    it('follows the typing in a file with the line breaks of Windows', async () => {
      const { uri } = await openFile(name);
      const copy = Uri.joinPath(uri, '..', `crlf-${name}`);
      await workspace.fs.writeFile(
        copy,
        new TextEncoder().encode((await textOnDisk(uri)).replaceAll('\n', '\r\n')),
      );
      const crlf = await openFile(`crlf-${name}`);
      const { range } = await diagnosticOf(copy, 'invalid-action');
      assert.equal(crlf.document.getText(range), written);
      await replace(copy, range, written.replace('Objekt', 'Object'));
      await noDiagnosticOf(copy, 'invalid-action');
      await closeAll();
      await workspace.fs.delete(copy);
    });
  });
}

function positionOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert(offset >= 0, `There is no ${text}.`);
  return document.positionAt(offset);
}

async function textOnDisk(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
