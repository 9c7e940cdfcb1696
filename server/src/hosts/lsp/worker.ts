// The language server as a web worker, for editors in a browser: messages of the worker, and the catalog by its address.
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import type { Platform } from './platform';
import { startServer } from './startServer';

declare const self: DedicatedWorkerGlobalScope;

/** The descriptions, once they have come; `loading` from the first time that somebody asks. */
let descriptions: string | 'loading' | undefined;

const worker: Platform = {
  readCatalog: ({ catalogUri }) => {
    if (catalogUri === undefined) throw new Error('The client gave no catalogUri.');
    return fetchUnpacked(catalogUri);
  },
  readDescriptions: ({ catalogTextUri }) => {
    if (descriptions === undefined && catalogTextUri !== undefined) {
      descriptions = 'loading';
      fetchUnpacked(catalogTextUri).then(
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
  readText: async () => undefined,
  watchParent: () => undefined,
  exit: () => self.close(),
};

const connection = createMessageConnection(
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  console,
);
startServer(connection, worker, typeof LEASTWISE_VERSION === 'string' ? LEASTWISE_VERSION : undefined);

async function fetchUnpacked(uri: string): Promise<string> {
  const response = await fetch(uri);
  if (!response.ok || !response.body) throw new Error(`The catalog could not be loaded: ${response.status}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}
