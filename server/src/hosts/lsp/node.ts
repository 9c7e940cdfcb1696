// The language server as a Node process: `node server.js --stdio`, which is the default, or `--node-ipc`. Files and the
// process, no more.
import './tune';
import { readdir, readFile, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import type { Platform } from './platform';
import { startServer } from './startServer';

const node: Platform = {
  readCatalog: async () => unpacked('catalog.core.gz'),
  readDescriptions: () => unpacked('catalog.text.gz'),
  readText: async (uri) => (uri.startsWith('file:') ? textOf(fileURLToPath(uri)) : undefined),
  readFolder: async (uri) => (uri.startsWith('file:') ? namesIn(fileURLToPath(uri)) : []),
};

const version = typeof LEASTWISE_VERSION === 'string' ? LEASTWISE_VERSION : undefined;
const namesChannel = process.argv.some((arg) => /^--(?:stdio|node-ipc|pipe|socket)\b/.test(arg));
const connection = namesChannel ? createConnection() : createConnection(process.stdin, process.stdout);
startServer(connection, node, version);

// A mistake of ours must not take the server away from its user. `console` writes to the client's log.
process.on('uncaughtException', (error) => console.error(error));
process.on('unhandledRejection', (error) => console.error(error));

/** A file that cannot be read holds for nobody; that there is none is the common case. */
function textOf(file: string): Promise<string | undefined> {
  return new Promise((resolve) => readFile(file, 'utf8', (error, text) => resolve(error ? undefined : text)));
}

function namesIn(folder: string): Promise<readonly string[]> {
  return new Promise((resolve) =>
    readdir(folder, { withFileTypes: true }, (error, entries) =>
      resolve(error ? [] : entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)),
    ),
  );
}

/** The catalog lies beside the server, in ASCII. zlib is loaded late, so that the server answers early. */
function unpacked(name: string): string {
  const { gunzipSync }: typeof import('node:zlib') = require('node:zlib');
  return gunzipSync(readFileSync(path.join(__dirname, name))).toString('latin1');
}
