// The language server: which message goes to which part. Knows no platform and nothing of IAM.
import { ErrorCodes, type MessageConnection, ResponseError } from 'vscode-jsonrpc';
import type {
  CodeActionParams,
  CompletionItem,
  CompletionParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentSymbolParams,
  HoverParams,
  InitializeParams,
  TextDocumentIdentifier,
} from 'vscode-languageserver-protocol';
import {
  type InitializationOptions,
  type SetPolicyTypeParams,
  type StatusParams,
  type StatusResult,
  setPolicyTypeRequest,
  statusRequest,
} from '../../protocol';
import type { Asked, Service } from '../../service';
import { type ClientFeatures, featuresOf, initializeResult, noFeatures } from './capabilities';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import type { Platform } from './platform';
import { SettingsSource } from './settings';
import { StatusWatch } from './status';
import { Wire } from './wire';
import type { Workspace } from './workspace';

/** Serves one client over a connection, which begins to listen. `version` is the program's own. */
export function startServer(
  connection: MessageConnection,
  platform: Platform,
  version: string | undefined,
): void {
  const server = new Server(connection, platform);
  server.serveLife(version);
  server.serveDocuments();
  server.serveFeatures();
  connection.listen();
}

class Server {
  readonly #connection: MessageConnection;
  readonly #platform: Platform;
  readonly #wire: Wire;
  readonly #documents = new Documents();
  readonly #settings: SettingsSource;
  readonly #status: StatusWatch;
  readonly #diagnostics: Diagnostics;
  #client: ClientFeatures = noFeatures;
  #options: InitializationOptions = {};
  #rootUri: string | undefined;
  #workspace: Promise<Workspace> | undefined;

  constructor(connection: MessageConnection, platform: Platform) {
    this.#connection = connection;
    this.#platform = platform;
    this.#wire = new Wire(connection);
    this.#settings = new SettingsSource(this.#wire);
    this.#status = new StatusWatch(this.#wire);
    this.#diagnostics = new Diagnostics({
      wire: this.#wire,
      documents: this.#documents,
      status: this.#status,
      workspace: () => this.#loaded(),
    });
  }

  /** `initialize`, `initialized`, `shutdown` and `exit`. */
  serveLife(version: string | undefined): void {
    this.#connection.onRequest('initialize', (params: InitializeParams) => {
      if (this.#wire.phase !== 'new') {
        return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
      }
      this.#wire.phase = 'running';
      this.#client = featuresOf(params.capabilities ?? {});
      this.#options = params.initializationOptions ?? {};
      this.#rootUri = params.workspaceFolders?.[0]?.uri ?? params.rootUri ?? undefined;
      this.#diagnostics.start(this.#client);
      if (typeof params.processId === 'number') this.#platform.watchParent(params.processId);
      return initializeResult(this.#client, version);
    });
    this.#wire.onNotification('initialized', () => {
      this.#settings.start(this.#client);
      if (this.#client.registersWatchers) this.#registerWatcher();
    });
    this.#wire.onRequest('shutdown', () => {
      this.#wire.phase = 'shut down';
      return null;
    });
    const exit = () => this.#platform.exit(this.#wire.phase === 'shut down' ? 0 : 1);
    this.#connection.onNotification('exit', exit);
    this.#connection.onClose(exit);
  }

  /** What the client tells of documents, settings and files. */
  serveDocuments(): void {
    this.#wire.onNotification('textDocument/didOpen', (params: DidOpenTextDocumentParams) => {
      if (this.#documents.open(params)) this.#diagnostics.opened(params.textDocument.uri);
    });
    this.#wire.onNotification('textDocument/didChange', (params: DidChangeTextDocumentParams) => {
      if (this.#documents.change(params)) this.#diagnostics.changed(params.textDocument.uri);
    });
    this.#wire.onNotification('textDocument/didClose', async (params: DidCloseTextDocumentParams) => {
      const { uri } = params.textDocument;
      if (!this.#documents.close(params)) return;
      this.#diagnostics.closed(uri);
      this.#status.closed(uri);
      this.#settings.forget(uri);
      (await this.#workspace)?.close(uri);
    });
    this.#wire.onNotification(
      'workspace/didChangeConfiguration',
      ({ settings }: DidChangeConfigurationParams) => {
        this.#settings.changed(settings);
        this.#diagnostics.allChanged();
      },
    );
    // Only configurations are watched.
    this.#wire.onNotification('workspace/didChangeWatchedFiles', async () => {
      (await this.#workspace)?.configsChanged();
      this.#diagnostics.allChanged();
    });
  }

  /** What the client asks of documents. */
  serveFeatures(): void {
    this.#wire.onRequest('textDocument/diagnostic', (params: DocumentDiagnosticParams) =>
      this.#diagnostics.pull(params),
    );
    this.#answer('textDocument/hover', (service, asked, { position }: HoverParams) =>
      service.hover(asked, position),
    );
    this.#answer('textDocument/completion', (service, asked, { position }: CompletionParams) =>
      service.completion(asked, position, {
        snippets: this.#client.snippets,
        suggestCommand: this.#options.suggestCommand,
      }),
    );
    this.#wire.onRequest('completionItem/resolve', async (item: CompletionItem) =>
      (await this.#loaded()).service.resolveCompletion(item),
    );
    this.#answer('textDocument/codeAction', (service, asked, { range, context }: CodeActionParams) =>
      service.codeActions(asked, range, {
        only: context.only,
        versionedEdits: this.#client.versionedEdits,
      }),
    );
    this.#answer('textDocument/documentSymbol', (service, asked, _: DocumentSymbolParams) =>
      this.#client.nestedSymbols ? service.symbols(asked) : service.flatSymbols(asked),
    );
    this.#wire.onRequest(statusRequest, async ({ uri }: StatusParams): Promise<StatusResult> => {
      const workspace = await this.#loaded();
      const { service } = workspace;
      const asked = await workspace.ask(uri);
      return { policies: asked ? service.policies(asked) : [], catalogDate: service.catalog.date };
    });
    this.#wire.onRequest(setPolicyTypeRequest, async ({ uri, type }: SetPolicyTypeParams) => {
      (await this.#loaded()).choose(uri, type);
      this.#diagnostics.allChanged();
    });
  }

  /** Answers a request on a document; with null where it is not open, or Leastwise is off for it. */
  #answer<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    method: string,
    answer: (service: Service, asked: Asked, params: Params) => Result,
  ): void {
    this.#wire.onRequest(method, async (params: Params) => {
      const { uri } = params.textDocument;
      if (!this.#documents.get(uri)) return null;
      const workspace = await this.#loaded();
      const asked = await workspace.ask(uri);
      return asked ? answer(workspace.service, asked, params) : null;
    });
  }

  /** The engine, loaded when it is first needed; tried again where that failed. */
  #loaded(): Promise<Workspace> {
    this.#workspace ??= this.#load().catch((error: unknown) => {
      this.#workspace = undefined;
      throw error;
    });
    return this.#workspace;
  }

  async #load(): Promise<Workspace> {
    const { openWorkspace } = await import('./workspace');
    return openWorkspace({
      platform: this.#platform,
      options: this.#options,
      rootUri: this.#rootUri,
      wire: this.#wire,
      documents: this.#documents,
      settings: this.#settings,
    });
  }

  #registerWatcher(): void {
    const method = 'workspace/didChangeWatchedFiles';
    const registerOptions = { watchers: [{ globPattern: '**/.leastwise.json' }] };
    const registrations = [{ id: 'leastwise-configurations', method, registerOptions }];
    void this.#wire.ask('client/registerCapability', { registrations });
  }
}
