// What a person sets off in the editor: the lens above a role, and a refactoring, which is shown before it is made.
import assert from 'node:assert/strict';
import { type CodeAction, type CodeLens, commands, Range, Selection, Uri, window, workspace } from 'vscode';
import { closeAll, diagnosticOf, openText, until } from './support';

const role = `Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        «Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            Action: sts:AssumeRole»
`;

describe('The lens above a role', () => {
  afterEach(closeAll);

  it('leads to the trust policy', async () => {
    const { uri, document, marked } = await openText(role, 'yaml');
    const lens = await until('the lens', async () => {
      const all = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      return all.find(({ command }) => command?.title === 'assumable by ec2.amazonaws.com');
    });
    assert.equal(document.getText(lens.range), 'App');
    assert(lens.command);
    await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor?.selection.isEqual(marked), true);
  });

  it('does nothing with what is no place', async () => {
    await openText(role, 'yaml');
    const before = window.activeTextEditor?.selection;
    await commands.executeCommand('leastwise.showRange', 'file:///nowhere.json', { start: 1 });
    await commands.executeCommand('leastwise.showRange');
    assert(before && window.activeTextEditor?.selection.isEqual(before));
  });
});

const wide = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sqs:Get|*", "Resource": "*" }
  ]
}`;

describe('A refactoring', () => {
  afterEach(closeAll);

  it('is shown before it is made', async () => {
    const { document, uri, cursor } = await openText(wide);
    const before = document.getText();
    const editor = window.activeTextEditor;
    assert(editor);
    editor.selection = new Selection(cursor, cursor);
    const kind = 'refactor.rewrite';
    const offered = await until('a refactoring', async () => {
      const ask = 'vscode.executeCodeActionProvider';
      const asked = commands.executeCommand<CodeAction[]>(ask, uri, editor.selection, kind);
      // VS Code takes a question back where something comes in between.
      const [first] = await asked.then(
        (all) => all,
        () => [],
      );
      return first?.title;
    });
    assert.equal(offered, 'Write out sqs:Get* as the 2 actions that it covers today (access: same)');
    await take(kind);
    assert.equal(document.getText(), before);
    const after = await until('the change', async () => {
      await commands.executeCommand('refactorPreview.apply');
      const done = () => document.getText() !== before && document.getText();
      // With nothing to confirm after a while, the question was taken back here too.
      return until('the confirmed change', done, 1000).catch(() => take(kind));
    });
    assert.match(after, /"sqs:Get\w+"/);
  });
});

/** By the command that a person's choice in the menu ends in, and long enough for an edit that nobody confirms. */
async function take(kind: string): Promise<undefined> {
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

const trust = `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }
  }]
}`;

const rolePolicy = (label: string, action: string) => `resource "aws_iam_role_policy" "${label}" {
  role   = aws_iam_role.ci.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }]
  })
}
`;

const files = [
  ['trust.json', trust],
  ['.git/config', '[remote "origin"]\n\turl = git@github.com:acme/app.git\n'],
  ['.github/workflows/deploy.yml', 'jobs:\n  go:\n    environment: live\n'],
  ['pass.tf', rolePolicy('pass', 'iam:PassRole')],
  ['run.tf', rolePolicy('run', 'ec2:RunInstances')],
] as const;

describe('What lies beside a document', () => {
  let clone: Uri;
  const inClone = (name: string) => Uri.joinPath(clone, name);

  before(async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert(folder, 'The workspace has no folder.');
    clone = Uri.joinPath(folder.uri, 'clone');
    for (const [name, text] of files)
      await workspace.fs.writeFile(inClone(name), new TextEncoder().encode(text));
  });

  after(async () => {
    await closeAll();
    await workspace.fs.delete(clone, { recursive: true });
  });

  it('gives the names of the clone to refactorings', async () => {
    const { uri } = await workspace.openTextDocument(inClone('trust.json'));
    const at = new Range(5, 8, 5, 8);
    const titles = await until('refactorings', async () => {
      const ask = 'vscode.executeCodeActionProvider';
      const all = await commands.executeCommand<CodeAction[]>(ask, uri, at, 'refactor.rewrite');
      return all.length > 0 && all.map(({ title }) => title);
    });
    assert.deepEqual(titles, [
      'Let in the main branch of acme/app only (access: narrower)',
      'Let in the environment live of acme/app only (access: narrower)',
    ]);
  });

  it('opens a way to more permissions together with a document, and is named', async () => {
    const uri = inClone('pass.tf');
    await window.showTextDocument(uri);
    const { relatedInformation } = await diagnosticOf(uri, 'privilege-escalation');
    const [related] = relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), inClone('run.tf').toString());
    assert.equal(related?.message, 'Here ec2:RunInstances is allowed.');
  });
});
