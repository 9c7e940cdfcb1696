// What people set: in the editor, in .leastwise.json, and for a document of this session.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatusResult } from '../../server/src/protocol';
import { type ClientOptions, LspClient, rulesOf } from '../support/lspClient';
import { action, policyWith } from './policies';

const uri = 'file:///nowhere/policy.json';
const trusting = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 'sts:AssumeRole' },
});
let client: LspClient;

async function start(options: ClientOptions = {}): Promise<void> {
  client = await LspClient.start(options);
}

async function status(of = uri): Promise<StatusResult> {
  return client.request('leastwise/status', { uri: of });
}

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('settings of the editor', () => {
  it('are asked for, for each document apart', async () => {
    const off = 'file:///nowhere/off.json';
    await start({
      capabilities: { workspace: { configuration: true } },
      settings: (of) => ({ enable: of !== off, rules: { 'invalid-effect': 'suggestion' } }),
    });
    await client.open(uri, policyWith('allow'));
    await client.open(off, policyWith('allow'));
    const found = (await client.pushed(uri)).find(({ code }) => code === 'invalid-effect');
    expect(found?.severity).toBe(3);
    expect(await client.pushed(off)).toEqual([]);
    expect(await client.hover(off, action.start)).toBeNull();
    expect((await status(off)).policies).toEqual([]);
  });

  it('are taken as they are pushed', async () => {
    await start();
    await client.open(uri, policyWith('allow'));
    expect(rulesOf(await client.pushed(uri))).toContain('invalid-effect');
    const before = client.published.length;
    const settings = { leastwise: { rules: { 'invalid-effect': 'off' } } };
    await client.notify('workspace/didChangeConfiguration', { settings });
    await client.until(() => client.published.length > before);
    expect(rulesOf(client.published.at(-1)?.diagnostics ?? [])).not.toContain('invalid-effect');
  });

  it.each([
    null,
    7,
    'x',
    { rules: 3, enable: 'yes', policyType: '__proto__' },
    { rules: { constructor: 1 } },
  ])('may make no sense: %j', async (settings) => {
    await start({ capabilities: { workspace: { configuration: true } }, settings: () => settings });
    await client.open(uri, policyWith('allow'));
    expect(rulesOf(await client.pushed(uri))).toContain('invalid-effect');
  });

  it('tell the type of policies, and make no policies of other JSON', async () => {
    const plain = 'file:///nowhere/package.json';
    await start({
      capabilities: { workspace: { configuration: true } },
      settings: () => ({ policyType: 'scp' }),
    });
    await client.open(uri, policyWith('Allow'));
    await client.open(plain, '{ "name": "x", "Version": "1" }');
    expect((await status()).policies).toMatchObject([
      { type: 'scp', because: 'The setting leastwise.policyType says so.' },
    ]);
    expect((await status(plain)).policies).toEqual([]);
  });
});

describe('the type chosen for a document', () => {
  it('holds until it is taken back, and is told to the client', async () => {
    await start();
    await client.open(uri, policyWith('Allow'));
    await client.pushed(uri);
    const first = await status();
    expect(first).toEqual({
      policies: [
        { type: 'identity', carrier: 'document', because: 'No statement names a Principal.', line: 0 },
      ],
      catalogDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const told = client.heard('leastwise/statusChanged').length;
    await client.request('leastwise/setPolicyType', { uri, type: 'scp' });
    expect((await status()).policies).toMatchObject([
      { type: 'scp', because: 'You chose this type for this session.' },
    ]);
    await client.until(() => client.heard('leastwise/statusChanged').length > told);
    expect(client.heard('leastwise/statusChanged').at(-1)).toEqual({ uri });
    await client.request('leastwise/setPolicyType', { uri, type: 'auto' });
    expect(await status()).toEqual(first);
  });
});

describe('.leastwise.json', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'leastwise á '));
    mkdirSync(path.join(folder, 'guard rails'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const uriOf = (...parts: readonly string[]) => pathToFileURL(path.join(folder, ...parts)).href;

  function configure(config: unknown): void {
    writeFileSync(path.join(folder, '.leastwise.json'), JSON.stringify(config));
  }

  it('holds for its folder and those below', async () => {
    configure({ rules: { 'invalid-effect': 'off' }, policyTypes: { 'guard rails/*.json': 'scp' } });
    const below = uriOf('guard rails', 'policy.json');
    await start();
    await client.open(below, policyWith('allow'));
    expect(rulesOf(await client.pushed(below))).not.toContain('invalid-effect');
    expect((await status(below)).policies).toMatchObject([{ type: 'scp' }]);
  });

  it('holds for new documents when it lies at the top of the workspace', async () => {
    configure({ rules: { 'invalid-effect': 'off' } });
    await start({ rootUri: uriOf() });
    await client.open('untitled:Untitled-1', policyWith('allow'));
    expect(rulesOf(await client.pushed('untitled:Untitled-1'))).not.toContain('invalid-effect');
  });

  it('is read again when it changes', async () => {
    const file = uriOf('policy.json');
    await start();
    await client.open(file, policyWith('allow'));
    expect(rulesOf(await client.pushed(file))).toContain('invalid-effect');
    configure({ rules: { 'invalid-effect': 'off' } });
    const before = client.published.length;
    const changes = [{ uri: uriOf('.leastwise.json'), type: 1 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await client.until(() => client.published.length > before);
    expect(rulesOf(client.published.at(-1)?.diagnostics ?? [])).not.toContain('invalid-effect');
  });

  it('drops what was found with another list of accounts', async () => {
    const file = uriOf('policy.json');
    await start();
    await client.open(file, trusting);
    expect(rulesOf(await client.pushed(file))).not.toContain('foreign-account');
    const said: boolean[] = [];
    for (const accounts of [['111122223333'], ['111122223333', '999988887777'], []]) {
      configure({ accounts });
      const before = client.published.length;
      const changes = [{ uri: uriOf('.leastwise.json'), type: 2 }];
      await client.notify('workspace/didChangeWatchedFiles', { changes });
      await client.until(() => client.published.length > before);
      said.push(rulesOf(client.published.at(-1)?.diagnostics ?? []).includes('foreign-account'));
    }
    expect(said).toEqual([true, false, false]);
  });

  it('gives way to the settings of the editor', async () => {
    configure({ rules: { 'invalid-effect': 'off' } });
    await start({
      capabilities: { workspace: { configuration: true } },
      settings: () => ({ rules: { 'invalid-effect': 'warning' } }),
    });
    const file = uriOf('policy.json');
    await client.open(file, policyWith('allow'));
    expect(rulesOf(await client.pushed(file))).toContain('invalid-effect');
  });

  it('is named in the log where it is wrong', async () => {
    writeFileSync(path.join(folder, '.leastwise.json'), '{ "rules": { "invalid-effekt": "off" }');
    const file = uriOf('policy.json');
    await start();
    await client.open(file, policyWith('allow'));
    expect(rulesOf(await client.pushed(file))).toContain('invalid-effect');
    expect(JSON.stringify(client.heard('window/logMessage'))).toContain('invalid-effekt');
  });
});
