// The entry of the desktop extension: the server runs as a Node process beside VS Code. No logic of its own.
import { type ExtensionContext, Uri } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { documentSelector } from './selector';
import { Session } from './session';
import type { LeastwiseApi } from './status';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<LeastwiseApi> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.stdio };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const server: ServerOptions = { run, debug };
  const selector = await documentSelector();
  const create = (id: string, name: string, options: LanguageClientOptions) =>
    new LanguageClient(id, name, server, options);
  session = new Session(context, selector, {}, create);
  return session;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
