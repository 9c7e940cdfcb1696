// The commands of the palette, the status behind the status item, and the server's life.
import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { serverProcesses } from './processes';
import { api, closeAll, diagnosticOf, noDiagnosticOf, openFile, openText, replace, until } from './support';

const trust = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`;

describe('Commands', () => {
  afterEach(closeAll);

  it('tells the type of the policy, and why', async () => {
    const { uri } = await openText(trust);
    const { policies, catalogDate } = await (await api()).status(uri);
    assert.equal(policies.length, 1);
    assert.equal(policies[0]?.type, 'trust');
    assert.match(policies[0]?.because ?? '', /\w.*\.$/);
    assert.match(catalogDate, /^\d{4}-\d{2}-\d{2}/);
  });

  it('sets the type for this session, and takes that back', async () => {
    const { uri } = await openText(trust);
    const type = async () => (await (await api()).status(uri)).policies[0]?.type;
    await commands.executeCommand('leastwise.setPolicyType', 'resource');
    assert.equal(await type(), 'resource');
    await commands.executeCommand('leastwise.setPolicyType', 'auto');
    assert.equal(await type(), 'trust');
  });

  it('opens the page of a rule', async () => {
    await commands.executeCommand('leastwise.openRule', 'invalid-action');
    await until('the page', () => {
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.some(({ label }) => label.includes('invalid-action'));
    });
  });

  it('opens the example of the walkthrough', async () => {
    await commands.executeCommand('leastwise.openExample');
    const uri = window.activeTextEditor?.document.uri;
    assert(uri);
    await diagnosticOf(uri, 'invalid-action');
  });
});

describe('The server', () => {
  afterEach(closeAll);

  it('restarts on demand', async () => {
    const { uri } = await openFile('policy.json');
    await diagnosticOf(uri, 'invalid-action');
    const before = serverProcesses();
    await commands.executeCommand('leastwise.restart');
    await until('another process', () => serverProcesses().some((pid) => !before.includes(pid)));
    await diagnosticOf(uri, 'invalid-action');
  });

  it('comes back after a crash', async () => {
    const { uri, document } = await openFile('policy.json');
    const { range } = await diagnosticOf(uri, 'invalid-action');
    const [pid] = serverProcesses();
    assert(pid, 'There is no process of the server.');
    process.kill(pid, 'SIGKILL');
    await until('another process', () => serverProcesses().some((other) => other !== pid));
    const misspelt = document.getText(range);
    await replace(uri, range, misspelt.replace('s3:GetObjekt', 's3:GetObject'));
    await noDiagnosticOf(uri, 'invalid-action');
    await replace(uri, range, misspelt);
    await diagnosticOf(uri, 'invalid-action');
  });
});
