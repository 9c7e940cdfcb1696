// Diagnostics for clients that ask for them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LspClient, rulesOf } from '../support/lspClient';
import { effectAt, policyWith } from './policies';

const uri = 'file:///policy.json';
let client: LspClient;
let rules: unknown;

beforeEach(async () => {
  rules = {};
  client = await LspClient.start({
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
    },
    settings: () => ({ rules }),
  });
});

afterEach(async () => {
  expect(client.published).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function pulledRules(): Promise<readonly unknown[]> {
  const report = await client.pull(uri);
  return report.kind === 'full' ? rulesOf(report.items) : [];
}

describe('pulled diagnostics', () => {
  it('are those of the present text', async () => {
    await client.open(uri, policyWith('allow'));
    expect(await pulledRules()).toContain('invalid-effect');
    await client.change(uri, { range: effectAt(5), text: 'Allow' });
    expect(await pulledRules()).not.toContain('invalid-effect');
  });

  it('are not sent again while nothing has changed', async () => {
    await client.open(uri, policyWith('allow'));
    const { resultId } = await client.pull(uri);
    expect(await client.pull(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.change(uri, { range: effectAt(5), text: 'Allow' });
    expect(await client.pull(uri, resultId)).toMatchObject({ kind: 'full' });
  });

  it('are sent again when a document is opened anew with an old version', async () => {
    await client.open(uri, policyWith('Allow'));
    const { resultId } = await client.pull(uri);
    await client.close(uri);
    await client.open(uri, policyWith('allow'));
    expect(await client.pull(uri, resultId)).toMatchObject({ kind: 'full' });
    expect(await pulledRules()).toContain('invalid-effect');
  });

  it('are to be asked for again when the settings change', async () => {
    await client.open(uri, policyWith('allow'));
    const { resultId } = await client.pull(uri);
    rules = { 'invalid-effect': 'off' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.heard('workspace/diagnostic/refresh').length === 1);
    expect(await client.pull(uri, resultId)).toMatchObject({ kind: 'full' });
    expect(await pulledRules()).not.toContain('invalid-effect');
  });

  it('are none for a document that is not open', async () => {
    expect(await client.pull('file:///never.json')).toMatchObject({ kind: 'full', items: [] });
  });

  it('are given up when the client gives them up', async () => {
    await client.open(uri, policyWith('allow'));
    await client.pull(uri);
    await client.change(uri, { range: effectAt(5), text: 'Allow' });
    const id = 4711;
    const answer = new Promise<string>((resolve) => {
      client.process.stdout?.on('data', (data: Buffer) => {
        if (data.toString().includes(`"id":${id}`)) resolve(data.toString());
      });
    });
    const send = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      client.process.stdin?.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
    };
    send({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    send({ method: '$/cancelRequest', params: { id } });
    expect(await answer).toContain('"code":-32800');
  });
});
