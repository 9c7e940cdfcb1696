// The language server as a web worker, for editors in a browser: messages of the worker, and the catalog by its address.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import {
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
  readFileRequest,
  readFolderRequest,
} from '../../protocol';
import type { Platform } from './platform';
import { startServer } from './startServer';

declare const self: DedicatedWorkerGlobalScope;

/** The descriptions, once they have come; `loading` from the first time that somebody asks. */
let descriptions: string | 'loading' | undefined;

const worker: Platform = {
  readCatalog: ({ catalogUri }) => {
    if (catalogUri === undefined) throw new Error('The client gave no catalogUri.');
    return readUnpacked(catalogUri);
  },
  readDescriptions: ({ catalogTextUri }) => {
    if (descriptions === undefined && catalogTextUri !== undefined) {
      descriptions = 'loading';
      readUnpacked(catalogTextUri).then(
        (text) => {
          descriptions = text;
        },
        (error: unknown) => {
          descriptions = undefined;
          console.error('Leastwise:', error);
        },
      );
    }
    return descriptions === 'loading' ? undefined : descriptions;
  },
  readText: async (uri) => {
    const bytes = await read(uri);
    return bytes ? new TextDecoder().decode(bytes) : undefined;
  },
  readFolder: (uri) => {
    const params: ReadFolderParams = { uri };
    return connection.sendRequest<ReadFolderResult>(readFolderRequest, params);
  },
};

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
connection.onExit(() => self.close());
startServer(connection, worker, typeof LEASTWISE_VERSION === 'string' ? LEASTWISE_VERSION : undefined);

/** Through the client: a worker may not even fetch a blob, which is no address of the web. */
function read(uri: string): Promise<ReadFileResult> {
  const params: ReadFileParams = { uri };
  return connection.sendRequest<ReadFileResult>(readFileRequest, params);
}

async function readUnpacked(uri: string): Promise<string> {
  const bytes = await read(uri);
  if (!bytes) throw new Error(`There is no ${uri}.`);
  const packed = new Blob([new Uint8Array(bytes)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
}
