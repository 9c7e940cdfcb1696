// A YAML template over a real connection: diagnostics at the place.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LspClient, rulesOf } from '../support/lspClient';

const uri = 'file:///template.yaml';
const text = `Resources:
  App:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObjekt
            Resource: '*'
`;
let client: LspClient;

beforeEach(async () => {
  client = await LspClient.start();
});

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

it('finds a misspelt action', async () => {
  await client.open(uri, text, 'yaml');
  const diagnostics = await client.pushed(uri);
  expect(rulesOf(diagnostics)).toEqual(['invalid-action']);
  expect(diagnostics[0]?.range).toEqual({
    start: { line: 8, character: 20 },
    end: { line: 8, character: 32 },
  });
});
