// Edits as editors send them: the server's text must stay the client's, to the character.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LspClient } from '../support/lspClient';
import { effectAt, policyWith } from './policies';

const uri = 'file:///policy.json';
let client: LspClient;

beforeEach(async () => {
  client = await LspClient.start();
});

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

/** The range of the one finding on the Effect, as text of what the client has. */
async function flagged(text: string): Promise<string | undefined> {
  const diagnostics = await client.pushed(uri);
  const found = diagnostics.find(({ code }) => code === 'invalid-effect');
  const line = text.split(/\r?\n/)[found?.range.start.line ?? -1];
  return line?.slice(found?.range.start.character, found?.range.end.character);
}

describe('edits', () => {
  it('are applied in lines that end with CR LF', async () => {
    const text = policyWith('Allow').replaceAll('\n', '\r\n');
    await client.open(uri, text);
    const insert = { line: 2, character: 16 };
    await client.change(uri, {
      range: { start: insert, end: insert },
      text: '\r\n    { "Effect": "Maybe" },',
    });
    expect(await flagged(text.replace('[\r\n', '[\r\n    { "Effect": "Maybe" },\r\n'))).toBe('"Maybe"');
  });

  it('count an emoji as two characters', async () => {
    const text = policyWith('Allow').replace('Read', 'Re🪣ad');
    await client.open(uri, text);
    const column = text.split('\n')[3]?.indexOf('Allow') ?? 0;
    await client.change(uri, {
      range: { start: { line: 3, character: column }, end: { line: 3, character: column + 5 } },
      text: 'N🙂pe',
    });
    expect(await flagged(text.replace('Allow', 'N🙂pe'))).toBe('"N🙂pe"');
  });

  it('of one notification are applied one after the other', async () => {
    const text = policyWith('Allow');
    await client.open(uri, text);
    const { start, end } = effectAt(5);
    const at = (line: number, character: number) => ({ line, character });
    await client.change(
      uri,
      { range: { start: at(0, 0), end: at(0, 0) }, text: '\n\n' },
      { range: { start: at(5, start.character), end: at(5, end.character) }, text: 'Never' },
    );
    expect(await flagged(`\n\n${text.replace('Allow', 'Never')}`)).toBe('"Never"');
  });

  it('may replace the whole text', async () => {
    await client.open(uri, '{}');
    await client.change(uri, { text: policyWith('Never') });
    expect(await flagged(policyWith('Never'))).toBe('"Never"');
  });

  it('may delete everything', async () => {
    await client.open(uri, policyWith('Never'));
    expect(await flagged(policyWith('Never'))).toBe('"Never"');
    await client.change(uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      text: '',
    });
    expect(await client.pushed(uri)).toEqual([]);
  });
});
