// The language server as a Node process, `node server.js --stdio`: its streams, its files and its end.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessageConnection } from 'vscode-jsonrpc';
import type { Platform } from './platform';
import { startServer } from './startServer';
import { connectStreams } from './stdio';

/** How often the client's process is looked for; milliseconds. */
const LOOK_EVERY = 3_000;

const node: Platform = {
  readCatalog: async () => unpacked('catalog.core.gz'),
  readDescriptions: () => unpacked('catalog.text.gz'),
  readText: async (uri) => {
    if (!uri.startsWith('file:')) return undefined;
    // A file that cannot be read holds for nobody; that there is none is the common case.
    return readFile(fileURLToPath(uri), 'utf8').catch(() => undefined);
  },
  watchParent: (processId) => {
    setInterval(() => isAlive(processId) || process.exit(1), LOOK_EVERY).unref();
  },
  exit: (code) => process.exit(code),
};

start().catch(complain);
// A mistake of ours must not take the server away from its user.
process.on('uncaughtException', complain);
process.on('unhandledRejection', complain);

async function start(): Promise<void> {
  const connection = process.argv.includes('--node-ipc') ? await connectIpc() : connectStdio();
  startServer(connection, node, typeof LEASTWISE_VERSION === 'string' ? LEASTWISE_VERSION : undefined);
}

function connectStdio(): MessageConnection {
  // Standard output belongs to the protocol.
  const { error } = console;
  const logger = { error, warn: error, info: error, log: error };
  return connectStreams(process.stdin, process.stdout, logger);
}

async function connectIpc(): Promise<MessageConnection> {
  const { createMessageConnection, IPCMessageReader, IPCMessageWriter } = await import('vscode-jsonrpc/node');
  process.on('disconnect', () => process.exit(1));
  return createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process), console);
}

/** The catalog lies beside the server, in ASCII. zlib is loaded late, so that the server answers early. */
function unpacked(name: string): string {
  const { gunzipSync }: typeof import('node:zlib') = require('node:zlib');
  return gunzipSync(readFileSync(path.join(__dirname, name))).toString('latin1');
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function complain(error: unknown): void {
  console.error('Leastwise:', error);
}
