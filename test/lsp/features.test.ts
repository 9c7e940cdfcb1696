// Hover, completion, code actions and symbols over a real connection.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver-protocol/node';
import { applyWorkspaceEdit } from '../support/checkActions';
import { LspClient, rulesOf } from '../support/lspClient';
import { action, effectAt, policyWith } from './policies';

const uri = 'file:///policy.json';
let client: LspClient;

beforeEach(async () => {
  client = await LspClient.start({
    capabilities: {
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
      workspace: { workspaceEdit: { documentChanges: true } },
    },
  });
});

afterEach(async () => {
  expect(client.heard('window/logMessage')).toEqual([]);
  expect(await client.stop()).toBe(0);
});

describe('hover', () => {
  it('explains the action under the mouse', async () => {
    await client.open(uri, policyWith('Allow'));
    const hover = await client.hover(uri, { line: 3, character: action.start.character + 4 });
    expect(hover?.contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('s3:GetObject'),
    });
    expect(hover?.range).toEqual(action);
  });

  it('is null where there is nothing to say, and where nothing is open', async () => {
    await client.open(uri, policyWith('Allow'));
    expect(await client.hover(uri, { line: 0, character: 0 })).toBeNull();
    expect(await client.hover(uri, { line: 99, character: 99 })).toBeNull();
    expect(await client.hover('file:///never.json', { line: 0, character: 0 })).toBeNull();
  });
});

describe('completion', () => {
  it('answers while brackets are open', async () => {
    const text = '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObj';
    await client.open(uri, text);
    const items = await client.complete(uri, { line: 2, character: text.split('\n')[2]?.length ?? 0 });
    expect(items.map(({ label }) => label)).toContain('s3:GetObject');
  });

  it('answers for the text as it is after the edits before it', async () => {
    await client.open(uri, policyWith('Allow'));
    const at = { ...action.end };
    for (const letter of ['A', 'c']) {
      await client.change(uri, { range: { start: at, end: at }, text: letter });
      at.character += 1;
    }
    const items = await client.complete(uri, at);
    expect(items.map(({ label }) => label)).toContain('s3:GetObjectAcl');
  });

  it('gives the description of an item when it is asked for', async () => {
    await client.open(uri, policyWith('Allow'));
    const items = await client.complete(uri, action.end);
    const item = items.find(({ label }) => label === 's3:GetObject');
    const resolved = await client.request<typeof item>('completionItem/resolve', item);
    expect(JSON.stringify(resolved?.documentation)).toContain('Grants permission');
  });
});

describe('code actions', () => {
  it('mend what the diagnostics say', async () => {
    await client.open(uri, policyWith('allow'));
    expect(rulesOf(await client.pushed(uri))).toContain('invalid-effect');
    const [fix] = await client.actions(uri, effectAt(0));
    expect(fix).toMatchObject({ title: 'Change to "Allow"', kind: 'quickfix', isPreferred: true });
    const edit = fix?.edit ?? {};
    expect(edit).toMatchObject({ documentChanges: [{ textDocument: { uri, version: 1 } }] });
    const fixed = applyWorkspaceEdit(policyWith('allow'), edit);
    expect(fixed).toBe(policyWith('Allow'));
    await client.change(uri, { text: fixed });
    expect(rulesOf(await client.pushed(uri))).not.toContain('invalid-effect');
  });

  it('are none where nothing is wrong', async () => {
    await client.open(uri, policyWith('Allow'));
    expect(await client.actions(uri, effectAt(5))).toEqual([]);
    expect(await client.actions(uri, effectAt(5), ['source.fixAll.leastwise'])).toEqual([]);
  });
});

describe('refactorings', () => {
  const uri = 'file:///main.tf';
  const text = 'resource "aws_iam_user_policy" "a" {\n  user   = "anna"\n  policy = "{}"\n}\n';
  const at = { line: 1, character: 3 };
  const range = { start: at, end: at };

  it('come when they are asked for, by their kind or by a person', async () => {
    await client.open(uri, text, 'terraform');
    const [move] = await client.actions(uri, range, ['refactor.move']);
    expect(move?.title).toBe('Move to a managed policy of the same user (access: same)');
    expect(applyWorkspaceEdit(text, move?.edit ?? {})).toContain('resource "aws_iam_policy" "a" {');
    expect(await client.actions(uri, range, ['refactor.rewrite'])).toEqual([]);
    const ask = (triggerKind: CodeActionTriggerKind): Promise<CodeAction[]> =>
      client.request('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], triggerKind },
      });
    const kinds = (actions: readonly CodeAction[]) => actions.map(({ kind }) => kind);
    expect(kinds(await ask(CodeActionTriggerKind.Invoked))).toContain('refactor.move');
    expect(kinds(await ask(CodeActionTriggerKind.Automatic))).not.toContain('refactor.move');
  });

  it('are to be confirmed by clients that show them first', async () => {
    const careful = await LspClient.start({
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
      },
    });
    await careful.open(uri, text, 'terraform');
    const [move] = await careful.actions(uri, range, ['refactor']);
    expect(move?.edit?.changeAnnotations?.refactor).toMatchObject({ needsConfirmation: true });
    expect(await careful.stop()).toBe(0);
  });
});

describe('symbols', () => {
  it('are policies with their statements', async () => {
    await client.open(uri, policyWith('Allow'));
    const symbols = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols).toMatchObject([{ name: 'Identity policy', children: [{ name: 'Read' }] }]);
  });

  it('are a list for clients that know no trees', async () => {
    const plain = await LspClient.start();
    await plain.open(uri, policyWith('Allow'));
    const symbols = await plain.request('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols).toMatchObject([{ name: 'Identity policy' }, { name: 'Read', location: { uri } }]);
    await plain.stop();
  });
});
