// Diagnostics that the server sends by itself, to clients that do not pull.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LspClient, rulesOf } from '../support/lspClient';
import { effectAt, policyWith } from './policies';

const uri = 'file:///policy.json';
let client: LspClient;

beforeEach(async () => {
  client = await LspClient.start();
});

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('pushed diagnostics', () => {
  it('come when a document is opened, with its version', async () => {
    await client.open(uri, policyWith('allow'));
    const diagnostics = await client.pushed(uri);
    expect(rulesOf(diagnostics)).toContain('invalid-effect');
    expect(diagnostics.find(({ code }) => code === 'invalid-effect')).toMatchObject({
      severity: 1,
      source: 'leastwise',
      codeDescription: { href: expect.stringContaining('https://docs.aws.amazon.com/') },
    });
    expect(client.published.at(-1)?.version).toBe(1);
  });

  it('follow the edits', async () => {
    await client.open(uri, policyWith('allow'));
    await client.pushed(uri);
    await client.change(uri, { range: effectAt(5), text: 'Allow' });
    expect(rulesOf(await client.pushed(uri))).not.toContain('invalid-effect');
    await client.change(uri, { range: effectAt(5), text: 'Permit' });
    expect(rulesOf(await client.pushed(uri))).toContain('invalid-effect');
  });

  it('come once for many quick edits, for the last of them', async () => {
    await client.open(uri, policyWith('Allow'));
    await client.pushed(uri);
    const before = client.published.length;
    for (const letter of 'ed all over') {
      await client.change(uri, { range: { start: effectAt(5).end, end: effectAt(5).end }, text: letter });
    }
    await client.pushed(uri);
    expect(client.published.slice(before).map(({ version }) => version)).toEqual([12]);
  });

  it('are cleared when the document is closed', async () => {
    await client.open(uri, policyWith('allow'));
    await client.pushed(uri);
    await client.close(uri);
    await client.until(() => client.published.at(-1)?.diagnostics.length === 0);
    await client.open(uri, policyWith('Allow'));
    await client.until(() => client.published.at(-1)?.version === 1);
    expect(rulesOf(client.published.at(-1)?.diagnostics ?? [])).not.toContain('invalid-effect');
  });

  it('are given up when the document is closed in the meantime', async () => {
    await client.open(uri, policyWith('Allow'));
    await client.pushed(uri);
    await client.change(uri, { text: policyWith('allow') });
    await client.close(uri);
    await client.open('file:///other.json', policyWith('Allow'));
    await client.pushed('file:///other.json');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(client.published.filter((each) => each.uri === uri).at(-1)?.diagnostics).toEqual([]);
  });

  it('are none for other JSON', async () => {
    await client.open(uri, '{ "name": "leastwise", "Effect": "allow" }');
    expect(await client.pushed(uri)).toEqual([]);
  });

  it('do not come for other languages', async () => {
    await client.open('file:///policy.md', policyWith('allow'), 'markdown');
    await client.open('file:///policy.json', policyWith('allow'), 'some-json');
    await client.pushed('file:///policy.json');
    expect(client.published.map((each) => each.uri)).toEqual(['file:///policy.json']);
  });

  it('know comments in jsonc', async () => {
    const text = `// leastwise-disable invalid-effect -- it is a test\n${policyWith('allow')}`;
    await client.open(uri, text, 'jsonc');
    expect(rulesOf(await client.pushed(uri))).not.toContain('invalid-effect');
  });
});
