// The entry of the web extension: the server runs as a worker beside the extension host. No logic of its own.
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { Session } from './session';
import type { LeastwiseApi } from './status';

let session: Session | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<LeastwiseApi> {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const [script, catalogUri, catalogTextUri] = await Promise.all([
    fetchableAddress(Uri.joinPath(dist, 'serverWeb.js'), 'text/javascript'),
    fetchableAddress(Uri.joinPath(dist, 'catalog.core.gz'), 'application/gzip'),
    fetchableAddress(Uri.joinPath(dist, 'catalog.text.gz'), 'application/gzip'),
  ]);
  // Called again at each restart; a worker whose server has stopped does not end by itself. The client would
  // not know the worker for one: VS Code has put a class of its own in the place of `Worker`.
  const server = async () => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Leastwise' });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  session = new Session(
    context,
    { catalogUri, catalogTextUri },
    (id, name, options) => new LanguageClient(id, name, server, options),
  );
  return session;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
  worker?.terminate();
}

/**
 * An address that a worker can load. On vscode.dev the extension's files are on the web; in a served VS Code
 * they have the scheme `vscode-remote`, which only the editor's file system reads, so they go into a blob.
 */
async function fetchableAddress(file: Uri, type: string): Promise<string> {
  if (file.scheme === 'https' || file.scheme === 'http') return file.toString(true);
  const bytes = await workspace.fs.readFile(file);
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
}
