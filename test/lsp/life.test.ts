// From start to end: `initialize`, what is refused before and behind it, and how the process ends.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { completionTriggers } from '../../server/src/features/completion/complete';
import { builtServer } from '../support/builtServer';
import { LspClient } from '../support/lspClient';

let client: LspClient;

afterEach(() => {
  client.process.kill();
});

describe('initialize', () => {
  it('says what the server can do', async () => {
    client = await LspClient.start();
    expect(client.result).toMatchObject({
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        hoverProvider: true,
        completionProvider: { resolveProvider: true, triggerCharacters: [...completionTriggers] },
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.leastwise'] },
        documentSymbolProvider: {},
      },
      serverInfo: { name: 'Leastwise', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
    });
    expect(client.result.capabilities.diagnosticProvider).toBeUndefined();
    expect(await client.stop()).toBe(0);
  });

  it('offers diagnostics to clients that pull them', async () => {
    client = await LspClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
    expect(client.result.capabilities.diagnosticProvider).toEqual({
      identifier: 'leastwise',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
  });

  it('comes first, and once', async () => {
    client = await LspClient.spawn();
    const early = client.hover('file:///a.json', { line: 0, character: 0 });
    await expect(early).rejects.toMatchObject({ code: -32002 });
    const params = { processId: null, rootUri: null, capabilities: {} };
    await client.request('initialize', params);
    await expect(client.request('initialize', params)).rejects.toMatchObject({ code: -32600 });
  });

  it('registers for settings and configurations where the client has that', async () => {
    const dynamicRegistration = true;
    client = await LspClient.start({
      capabilities: {
        workspace: {
          didChangeConfiguration: { dynamicRegistration },
          didChangeWatchedFiles: { dynamicRegistration },
        },
      },
    });
    await client.until(() => client.heard('client/registerCapability').length === 2);
    expect(client.heard('client/registerCapability')).toMatchObject([
      { registrations: [{ method: 'workspace/didChangeConfiguration' }] },
      {
        registrations: [
          {
            method: 'workspace/didChangeWatchedFiles',
            registerOptions: {
              watchers: [{ globPattern: '**/.leastwise.json' }, { globPattern: '**/*.{tf,tofu,tf.json}' }],
            },
          },
        ],
      },
    ]);
  });
});

describe('the end', () => {
  it('has code 1 without a shutdown', async () => {
    client = await LspClient.start();
    expect(await client.exit()).toBe(1);
  });

  it('comes when the input ends', async () => {
    client = await LspClient.start();
    const ended = once(client.process, 'exit');
    client.process.stdin?.end();
    expect((await ended)[0]).toBe(1);
  });

  it('refuses requests behind the shutdown', async () => {
    client = await LspClient.start();
    expect(await client.request('shutdown')).toBeNull();
    await expect(client.hover('file:///a.json', { line: 0, character: 0 })).rejects.toMatchObject({
      code: -32600,
    });
    expect(await client.exit()).toBe(0);
  });
});

describe('messages that make no sense', () => {
  it('are refused or passed over', async () => {
    client = await LspClient.start();
    await expect(client.request('leastwise/unheardOf', {})).rejects.toMatchObject({ code: -32601 });
    await client.notify('leastwise/unheardOf', {});
    await client.notify('textDocument/didChange', { textDocument: { uri: 'file:///never.json' } });
    await client.notify('textDocument/didOpen', { nothing: true });
    expect(await client.request('textDocument/hover', { nothing: true })).toBeNull();
    await client.until(() => client.heard('window/logMessage').length === 2);
    expect(await client.stop()).toBe(0);
  });

  it('do not end the server when they are not even JSON', async () => {
    client = await LspClient.start();
    client.process.stdin?.write('Content-Length: 9\r\n\r\n{"broken"');
    expect(await client.hover('file:///a.json', { line: 0, character: 0 })).toBeNull();
  });
});

describe('the transport', () => {
  it('may be the channel between Node processes', async () => {
    const server = fork(await builtServer(), ['--node-ipc']);
    const params = { processId: null, rootUri: null, capabilities: {} };
    server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    expect((await once(server, 'message'))[0]).toMatchObject({ id: 1, result: { capabilities: {} } });
    const ended = once(server, 'exit');
    server.disconnect();
    expect((await ended)[1]).toBeNull();
  });
});
