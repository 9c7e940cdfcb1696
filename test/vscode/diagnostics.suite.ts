// Findings as VS Code shows them: where, how severe, with which link, and where there must be none.
import assert from 'node:assert/strict';
import { ConfigurationTarget, DiagnosticSeverity, extensions, type Range, Uri, workspace } from 'vscode';
import {
  api,
  closeAll,
  diagnosticOf,
  noDiagnosticOf,
  openFile,
  openText,
  replace,
  rulesAt,
  until,
} from './support';

const misspelt = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "«s3:GetObjekt»", "Resource": "arn:aws:s3:::reports/*" }]
}`;

describe('Diagnostics', () => {
  afterEach(closeAll);

  it('activates for JSON', async () => {
    const { uri } = await openText('{}');
    await until('activation', () => extensions.getExtension('leastwise.leastwise')?.isActive);
    assert.deepEqual((await (await api()).status(uri)).policies, []);
  });

  it('shows a misspelt action where it stands', async () => {
    const { uri, marked } = await openText(misspelt.replace('"«s3:GetObjekt»"', '«"s3:GetObjekt"»'));
    const { message, range, severity } = await diagnosticOf(uri, 'invalid-action');
    assert.equal(message, 's3:GetObjekt is not an action of Amazon S3. Did you mean s3:GetObject?');
    assert.deepEqual(placesOf(range), placesOf(marked));
    assert.equal(severity, DiagnosticSeverity.Error);
  });

  it('shows a misspelt effect where it stands', async () => {
    const { uri, marked } = await openText(
      misspelt.replace(/[«»]/g, '').replace('GetObjekt', 'GetObject').replace('"Allow"', '«"allow"»'),
    );
    const { range } = await diagnosticOf(uri, 'invalid-effect');
    assert.deepEqual(placesOf(range), placesOf(marked));
    assert.deepEqual(rulesAt(uri), ['invalid-effect']);
  });

  it('links the rule to its page in the extension', async () => {
    const { uri } = await openText(misspelt);
    const { code } = await diagnosticOf(uri, 'invalid-action');
    assert(typeof code === 'object');
    assert.equal(code.target.toString(true), 'command:leastwise.openRule?["invalid-action"]');
  });

  it('serves JSON with comments', async () => {
    const { uri } = await openText(`// of the team\n${misspelt}`, 'jsonc');
    await diagnosticOf(uri, 'invalid-action');
  });

  it('follows the typing', async () => {
    const { uri, marked } = await openText(misspelt);
    await diagnosticOf(uri, 'invalid-action');
    await replace(uri, marked, 's3:GetObject');
    await noDiagnosticOf(uri, 'invalid-action');
    assert.deepEqual(rulesAt(uri), []);
  });

  it('says nothing about other JSON', async () => {
    const plain = await openFile('plain.json');
    const policy = await openFile('policy.json');
    await diagnosticOf(policy.uri, 'invalid-action');
    assert.deepEqual((await (await api()).status(plain.uri)).policies, []);
    assert.deepEqual(rulesAt(plain.uri), []);
  });
});

describe('Settings', () => {
  afterEach(closeAll);

  it('turns a rule off and on again', async () => {
    const { uri } = await openFile('policy.json');
    await diagnosticOf(uri, 'invalid-action');
    await set('rules', { 'invalid-action': 'off' });
    await noDiagnosticOf(uri, 'invalid-action');
    await set('rules', undefined);
    await diagnosticOf(uri, 'invalid-action');
  });

  it('grades a rule', async () => {
    const { uri } = await openFile('policy.json');
    await set('rules', { 'invalid-action': 'warning' });
    await until('a warning', async () => {
      return (await diagnosticOf(uri, 'invalid-action')).severity === DiagnosticSeverity.Warning;
    });
    await set('rules', undefined);
  });

  it('is silent when disabled', async () => {
    const { uri } = await openFile('policy.json');
    await diagnosticOf(uri, 'invalid-action');
    await set('enable', false);
    await until('silence', () => rulesAt(uri).length === 0);
    await set('enable', undefined);
    await diagnosticOf(uri, 'invalid-action');
  });

  it('follows .leastwise.json in the folder', async () => {
    const { uri } = await openFile('policy.json');
    await diagnosticOf(uri, 'invalid-action');
    const config = Uri.joinPath(uri, '..', '.leastwise.json');
    const text = JSON.stringify({ rules: { 'invalid-action': 'off' } });
    await workspace.fs.writeFile(config, new TextEncoder().encode(text));
    await noDiagnosticOf(uri, 'invalid-action');
    await workspace.fs.delete(config);
    await diagnosticOf(uri, 'invalid-action');
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('leastwise').update(name, value, ConfigurationTarget.Workspace);
}

function placesOf({ start, end }: Range): readonly number[] {
  return [start.line, start.character, end.line, end.character];
}
