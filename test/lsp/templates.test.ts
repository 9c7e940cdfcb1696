// Policies in YAML and Terraform over a real connection, while somebody types in them, with both kinds of line breaks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompletionItem, Range } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyWorkspaceEdit } from '../support/checkActions';
import { LspClient, rulesOf } from '../support/lspClient';

const template = `Resources:
  App: # 🪣
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObjekt
            Resource: !Sub 'arn:aws:s3:::\${Bucket}/*'
`;
const configuration = `resource "aws_iam_policy" "app" { # 🪣
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObjekt"
      Resource = "\${var.bucket}/*"
    }]
  })
}
`;

const documents = [
  { name: 'template.yaml', language: 'yaml', text: template, written: 's3:GetObjekt' },
  { name: 'main.tf', language: 'terraform', text: configuration, written: '"s3:GetObjekt"' },
  { name: 'of-no-known-language.tf', language: 'plaintext', text: configuration, written: '"s3:GetObjekt"' },
] as const;
const cases = documents.flatMap((document) =>
  (['\n', '\r\n'] as const).map((lineBreak) => ({
    ...document,
    text: document.text.replaceAll('\n', lineBreak),
    lineBreak,
    breaks: lineBreak === '\n' ? 'LF' : 'CR LF',
  })),
);

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

let client: LspClient;

beforeEach(async () => {
  client = await LspClient.start({
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  });
});

afterEach(async () => {
  expect(client.heard('window/logMessage')).toEqual([]);
  expect(await client.stop()).toBe(0);
});

describe.each(cases)('$name ($language, $breaks)', ({ name, language, text, written, lineBreak }) => {
  const uri = `file:///${name}`;

  it('has its mistake where it stands, and a fix that mends it', async () => {
    const document = await open();
    const [diagnostic, ...others] = await client.pushed(uri);
    expect(rulesOf(others)).toEqual([]);
    expect(diagnostic?.code).toBe('invalid-action');
    const range = diagnostic?.range ?? nowhere;
    expect(document.getText(range)).toBe(written);
    const [fix] = await client.actions(uri, range);
    const mended = applyWorkspaceEdit(document.getText(), fix?.edit ?? {});
    expect(mended).toBe(text.replace('Objekt', 'Object'));
    await client.change(uri, { text: mended });
    expect(await client.pushed(uri)).toEqual([]);
  });

  it('explains an action', async () => {
    const mended = text.replace('Objekt', 'Object');
    const document = await open(mended);
    const hover = await client.hover(uri, document.positionAt(mended.indexOf('GetObject')));
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('s3:GetObject') });
    expect(document.getText(hover?.range)).toBe('s3:GetObject');
  });

  it('completes key by key, and what is accepted is right', async () => {
    const document = await open();
    const start = text.indexOf('GetObjekt');
    await edit(document, start, 'GetObjekt'.length, '');
    let items: readonly CompletionItem[] = [];
    for (const [i, letter] of Array.from('getobjecttor').entries()) {
      await edit(document, start + i, 0, letter);
      items = await client.complete(uri, document.positionAt(start + i + 1));
    }
    const item = items.find(({ label }) => label === 's3:GetObjectTorrent');
    const accepted = item?.textEdit && 'range' in item.textEdit ? item.textEdit : undefined;
    const completed = TextDocument.applyEdits(document, accepted ? [accepted] : []);
    expect(completed).toBe(text.replace('GetObjekt', 'GetObjectTorrent'));
    await client.change(uri, { text: completed });
    expect(await client.pushed(uri)).toEqual([]);
  });

  it('is read as it is after edits anywhere', async () => {
    const document = await open();
    const scraps = ['🙂', lineBreak, `# x${lineBreak}`, '"', '', ' ', '{', ''];
    for (const [i, scrap] of scraps.entries()) {
      const at = Math.floor((document.getText().length * (i + 1)) / (scraps.length + 1));
      await edit(document, at, i % 3, scrap);
    }
    const edited = await client.pushed(uri);
    const copy = `file:///copy-of-${name}`;
    await client.open(copy, document.getText(), language);
    const fresh = JSON.stringify(await client.pushed(copy)).replaceAll(copy, uri);
    expect(JSON.stringify(edited)).toBe(fresh);
    await edit(document, 0, document.getText().length, text);
    expect(rulesOf(await client.pushed(uri))).toEqual(['invalid-action']);
  });

  async function open(opened: string = text): Promise<TextDocument> {
    await client.open(uri, opened, language);
    return TextDocument.create(uri, language, 1, opened);
  }

  /** Makes the same edit here and there. */
  async function edit(
    document: TextDocument,
    offset: number,
    length: number,
    inserted: string,
  ): Promise<void> {
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + length) };
    const change = { range, text: inserted };
    TextDocument.update(document, [change], await client.change(uri, change));
  }
});
