// The names of a clone in refactorings, over a connection: read from the disk when somebody asks, and never before.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LspClient } from '../support/lspClient';

const trust = `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }
  }]
}`;
const config = '[remote "origin"]\n\turl = https://github.com/acme/app.git\n';
const unknown = ['the main branch', 'one environment'].map(
  (what) => `Let in ${what} of OWNER/REPOSITORY only (access: narrower)`,
);

let folder: string;
let client: LspClient;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'leastwise #'));
  client = await LspClient.start();
});

afterEach(async () => {
  expect(await client.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What is offered for a trust policy in a file of this name. */
async function offered(name: string): Promise<readonly string[]> {
  const uri = pathToFileURL(path.join(folder, name)).href;
  await client.open(uri, trust);
  const at = { line: 5, character: 8 };
  const actions = await client.actions(uri, { start: at, end: at }, ['refactor.rewrite']);
  await client.close(uri);
  return actions.map(({ title }) => title);
}

it('are those of the clone around the document, as it lies there now', async () => {
  expect(await offered('iam/roles/trust.json')).toEqual(unknown);
  write('.git/config', config);
  write('.git/refs/remotes/origin/HEAD', 'ref: refs/remotes/origin/trunk\n');
  write('.github/workflows/deploy.yml', 'jobs:\n  go:\n    environment: live\n');
  write('.github/workflows/broken.yaml', '\t{{{');
  write('.github/workflows/README.md', 'jobs: { a: { environment: none } }');
  expect(await offered('iam/roles/trust.json')).toEqual([
    'Let in the trunk branch of acme/app only (access: narrower)',
    'Let in the environment live of acme/app only (access: narrower)',
  ]);
});

it.each([
  ['a submodule', '../.git/modules/inner'],
  ['another working tree', '../.git/worktrees/inner'],
])('are those of %s', async (_, git) => {
  write('.git/config', config);
  write('.git/modules/inner/config', config.replace('app', 'inner'));
  write('.git/worktrees/inner/commondir', '../..\n');
  write('inner/.git', `gitdir: ${git}\n`);
  const name = git.includes('modules') ? 'inner' : 'app';
  expect((await offered('inner/trust.json'))[0]).toBe(
    `Let in the main branch of acme/${name} only (access: narrower)`,
  );
});

it('are nobody’s where the clone cannot be read', async () => {
  write('.git/config', config);
  write('inner/.git', 'gitdir: /nowhere/at all\n');
  expect(await offered('inner/trust.json')).toEqual(unknown);
  write('other/.git/config', '');
  expect(await offered('other/trust.json')).toEqual(unknown);
});

it('are nobody’s in a document that lies in no folder', async () => {
  const at = { line: 5, character: 8 };
  for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/acme/app/trust.json']) {
    await client.open(uri, trust);
    const actions = await client.actions(uri, { start: at, end: at }, ['refactor']);
    expect(actions.map(({ title }) => title)).toEqual(unknown);
  }
});
