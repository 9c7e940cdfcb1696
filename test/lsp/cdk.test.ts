// A TypeScript source over a real connection: diagnostics, a quick fix, completion; and silence elsewhere.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LspClient, rulesOf } from '../support/lspClient';

const uri = 'file:///app/lib/stack.ts';
const text = `import * as iam from 'aws-cdk-lib/aws-iam';

export function allow(role: iam.Role): void {
  role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObjekt'], resources: ['*'] }));
}
`;
let client: LspClient;

beforeEach(async () => {
  client = await LspClient.start();
});

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

/** Within `s3:GetObjekt`. */
const inAction = { line: 3, character: 64 };

it('finds a misspelt action and completes another', async () => {
  await client.open(uri, text, 'typescript');
  const diagnostics = await client.pushed(uri);
  expect(rulesOf(diagnostics)).toEqual(['invalid-action']);
  expect(diagnostics[0]?.range).toEqual({
    start: { line: 3, character: 55 },
    end: { line: 3, character: 69 },
  });
  const items = await client.complete(uri, inAction);
  expect(items.map(({ label }) => label)).toContain('s3:GetObject');
});

it('is silent in a source without the CDK', async () => {
  await client.open(uri, text.replace('aws-cdk-lib/aws-iam', './iam'), 'typescript');
  expect(await client.pushed(uri)).toEqual([]);
  expect(await client.complete(uri, inAction)).toEqual([]);
  expect(await client.hover(uri, inAction)).toBeNull();
});
