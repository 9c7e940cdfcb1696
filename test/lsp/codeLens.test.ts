// Code lenses over a real connection: asked for, led to a command of the editor, switched off, asked for once more.
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-protocol/node';
import { type ClientOptions, LspClient } from '../support/lspClient';

const uri = 'file:///nowhere/roles.tf';
const text = `resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
`;
let client: LspClient;

async function lenses(options: ClientOptions = {}): Promise<readonly CodeLens[] | null> {
  client = await LspClient.start(options);
  await client.open(uri, text, 'terraform');
  return asked();
}

function asked(): Promise<readonly CodeLens[] | null> {
  return client.request('textDocument/codeLens', { textDocument: { uri } });
}

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('code lenses', () => {
  it('are text where the editor has no command for them', async () => {
    expect(await lenses()).toEqual([
      {
        range: { start: { line: 0, character: 24 }, end: { line: 0, character: 29 } },
        command: { title: 'assumable by ec2.amazonaws.com', command: '' },
      },
    ]);
    expect(client.result.capabilities.codeLensProvider).toEqual({ resolveProvider: false });
  });

  it('are there in half-typed text, and null where nothing is open', async () => {
    await lenses();
    const end = { line: 3, character: text.split('\n')[3]?.indexOf('" }]') ?? 0 };
    await client.change(uri, { range: { start: end, end: { line: 5, character: 1 } }, text: '' });
    expect(await asked()).toHaveLength(1);
    await client.close(uri);
    expect(await asked()).toBeNull();
  });

  it('can be switched off for a document, and are asked for once more', async () => {
    let on = false;
    const capabilities = { workspace: { configuration: true, codeLens: { refreshSupport: true } } };
    expect(await lenses({ capabilities, settings: () => ({ codeLens: on }) })).toEqual([]);
    on = true;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.heard('workspace/codeLens/refresh').length > 0);
    expect(await asked()).toHaveLength(1);
  });

  it('are none where Leastwise is off', async () => {
    const capabilities = { workspace: { configuration: true } };
    expect(await lenses({ capabilities, settings: () => ({ enable: false }) })).toBeNull();
  });
});
