// The entry of the desktop extension: the server runs as a Node process beside VS Code. No logic of its own.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { Session } from './session';
import type { LeastwiseApi } from './status';

let session: Session | undefined;

export function activate(context: ExtensionContext): LeastwiseApi {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.stdio };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const server: ServerOptions = { run, debug };
  session = new Session(context, {}, (id, name, options) => new LanguageClient(id, name, server, options));
  return session;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
