// The entry of the web extension: the server runs as a worker beside the extension host. No logic of its own.
import { type ExtensionContext, FileType, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import {
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
  readFileRequest,
  readFolderRequest,
} from '../../server/src/protocol';
import { documentSelector } from './selector';
import { Session } from './session';
import type { LeastwiseApi } from './status';

let session: Session | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<LeastwiseApi> {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const script = await scriptAddress(dist);
  // Called again at each restart; a worker whose server has stopped does not end by itself. The client would
  // not know the worker for one: VS Code has put a class of its own in the place of `Worker`.
  const server = async () => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Leastwise' });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const initialization = {
    catalogUri: Uri.joinPath(dist, 'catalog.core.gz').toString(),
    catalogTextUri: Uri.joinPath(dist, 'catalog.text.gz').toString(),
  };
  session = new Session(context, await documentSelector(), initialization, (id, name, options) => {
    const client = new LanguageClient(id, name, server, options);
    context.subscriptions.push(
      client.onRequest(readFileRequest, readFile),
      client.onRequest(readFolderRequest, readFolder),
    );
    return client;
  });
  return session;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
  worker?.terminate();
}

/**
 * An address from which a worker can start: a blob of the server and of what it asks, which `require` gives it. A
 * worker may not load a second script, and the files of an extension may have a scheme that only the editor reads.
 */
async function scriptAddress(dist: Uri): Promise<string> {
  const [service, server] = await Promise.all([
    readScript(Uri.joinPath(dist, 'service.js')),
    readScript(Uri.joinPath(dist, 'serverWeb.js')),
  ]);
  const head = 'var require=(()=>{const module={exports:{}},{exports}=module;\n';
  const parts = [head, service, '\nreturn()=>module.exports})();\n', server];
  return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}

/** On vscode.dev the extension's files are on the web; elsewhere the editor's file system reads them. */
async function readScript(file: Uri): Promise<BlobPart> {
  if (file.scheme === 'https' || file.scheme === 'http') return (await fetch(file.toString(true))).blob();
  return new Uint8Array(await workspace.fs.readFile(file));
}

/** A file that is not there is no failure: the server looks for settings in each folder. */
async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  return workspace.fs.readFile(Uri.parse(uri)).then(
    (bytes) => bytes,
    () => null,
  );
}

async function readFolder({ uri }: ReadFolderParams): Promise<ReadFolderResult> {
  const entries = await workspace.fs.readDirectory(Uri.parse(uri)).then(
    (all) => all,
    () => [],
  );
  return entries.filter(([, type]) => type !== FileType.Directory).map(([name]) => name);
}
