// Modules of several files over a connection: what one file says of another, as it is open or lies on the disk.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LspClient, rulesOf } from '../support/lspClient';

const policy = `resource "aws_iam_policy" "read" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [local.read]
  })
}
`;
const locals = (effect: string) =>
  `locals {\n  read = { ${effect} = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }\n}\n`;

let folder: string;
let client: LspClient | undefined;
const uri = (name: string) => `${pathToFileURL(folder)}/${name}`;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'leastwise-'));
});

afterEach(async () => {
  expect(await client?.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

it('reads the files beside an open one, and those that are open as they are open', async () => {
  client = await LspClient.start();
  writeFileSync(path.join(folder, 'locals.tf'), locals('Effekt'));
  await client.open(uri('policy.tf'), policy, 'terraform');
  expect(rulesOf(await client.pushed(uri('policy.tf')))).toEqual(['invalid-policy-element']);

  await client.open(uri('locals.tf'), locals('Effect'), 'terraform');
  const last = () => client?.published.findLast((each) => each.uri === uri('policy.tf'));
  await client.until(() => last()?.diagnostics.length === 0);

  await client.change(uri('locals.tf'), { text: locals('Efffect') });
  await client.until(() => last()?.diagnostics.length === 1);

  await client.close(uri('locals.tf'));
  writeFileSync(path.join(folder, 'locals.tf'), locals('Effect'));
  const changes = [{ uri: uri('locals.tf'), type: 2 }];
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  await client.until(() => last()?.diagnostics.length === 0);
});

it('asks clients that pull to pull again', async () => {
  const capabilities = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  };
  client = await LspClient.start({ capabilities });
  await client.open(uri('policy.tf'), policy, 'terraform');
  await client.open(uri('locals.tf'), locals('Effect'), 'terraform');
  const before = await client.pull(uri('policy.tf'));
  expect(before).toMatchObject({ kind: 'full', items: [] });
  const refreshes = client.heard('workspace/diagnostic/refresh').length;
  await client.change(uri('locals.tf'), { text: locals('Effekt') });
  await client.until(() => (client?.heard('workspace/diagnostic/refresh').length ?? 0) > refreshes);
  expect(await client.pull(uri('policy.tf'), before.resultId)).toMatchObject({
    kind: 'full',
    items: [{ code: 'invalid-policy-element' }],
  });
});

it('finds what the policies of one role allow together, and names the other file', async () => {
  client = await LspClient.start();
  const own = (action: string) => `resource "aws_iam_role_policy" "${action.slice(4)}" {
  role   = aws_iam_role.ci.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }]
  })
}
`;
  writeFileSync(path.join(folder, 'run.tf'), own('ec2:RunInstances'));
  await client.open(uri('pass.tf'), own('iam:PassRole'), 'terraform');
  const found = (await client.pushed(uri('pass.tf'))).find(({ code }) => code === 'privilege-escalation');
  expect(found?.relatedInformation).toEqual([
    {
      location: {
        uri: uri('run.tf'),
        range: { start: { line: 4, character: 46 }, end: { line: 4, character: 64 } },
      },
      message: 'Here ec2:RunInstances is allowed.',
    },
  ]);
  await client.open(uri('run.tf'), own('ec2:RunInstances'), 'terraform');
  expect(rulesOf(await client.pushed(uri('run.tf')))).not.toContain('privilege-escalation');

  // An edit of the other file takes the way away.
  await client.change(uri('run.tf'), { text: own('ec2:StopInstances') });
  const last = () => client?.published.findLast((each) => each.uri === uri('pass.tf'));
  await client.until(() => last()?.diagnostics.every(({ code }) => code !== 'privilege-escalation') === true);
});
