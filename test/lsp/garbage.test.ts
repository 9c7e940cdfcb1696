// Texts that are half-typed, hostile or no JSON at all: every request is answered, and nothing is logged.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LspClient } from '../support/lspClient';
import { policyWith } from './policies';

const uri = 'file:///policy.json';
let client: LspClient;

beforeEach(async () => {
  client = await LspClient.start();
});

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

async function askEverything(text: string): Promise<void> {
  await client.open(uri, text);
  const textDocument = { uri };
  const lines = text.split('\n');
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end };
  const position = { line: Math.floor(lines.length / 2), character: 12 };
  await client.request('textDocument/hover', { textDocument, position });
  await client.request('textDocument/completion', { textDocument, position });
  await client.request('textDocument/completion', { textDocument, position: end });
  await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
  await client.request('textDocument/documentSymbol', { textDocument });
  await client.request('leastwise/status', { uri });
  await client.pushed(uri);
  expect(client.heard('window/logMessage')).toEqual([]);
}

describe('garbage', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', 'Statement: the statement 2012-10-17 "Effect" \u0000 \ud800'],
    ['half a policy', policyWith('Allow').slice(0, 90)],
    ['brackets', `{"Statement":${'['.repeat(5000)}`],
    [
      'a list of everything',
      '{"Statement":[null,1,true,"x",[],{},{"Effect":{"a":[]}},{"Action":7,"Principal":[[]]}]}',
    ],
    [
      'names of Object.prototype',
      `{"constructor":{},"__proto__":[],"Statement":[{"Sid":"constructor","Effect":"toString","Action":["constructor:__proto__","__proto__"],
        "Principal":{"__proto__":"x","constructor":["hasOwnProperty"]},"Resource":"valueOf","Condition":{"constructor":{"__proto__":"toString"},"__proto__":{"constructor":"x"}}}]}`,
    ],
    [
      'long strings',
      `{"Statement":[{"Effect":"Allow","Action":"s3:${'*a'.repeat(3000)}","Resource":"${'*?'.repeat(5000)}"}]}`,
    ],
  ])('%s', async (_, text) => {
    await askEverything(text);
  });
});
