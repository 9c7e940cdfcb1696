// The command behind a code lens: shows a range of a document that the server names. In no palette.
import { type TextDocumentShowOptions, window } from 'vscode';
import { type BaseLanguageClient, Range } from 'vscode-languageclient';

export const showRangeCommand = 'leastwise.showRange';

/** `uri` and `range` as LSP writes them; does nothing where they are something else. */
export async function showRange(client: BaseLanguageClient, uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string' || !Range.is(range)) return;
  const { asUri, asRange } = client.protocol2CodeConverter;
  const options: TextDocumentShowOptions = { selection: asRange(range) };
  await window.showTextDocument(asUri(uri), options);
}
