// The language server: which message goes to which part. Knows no platform and nothing of IAM.
import {
  CodeActionTriggerKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import {
  type InitializationOptions,
  type SetPolicyTypeParams,
  type StatusParams,
  type StatusResult,
  setPolicyTypeRequest,
  statusRequest,
} from '../../protocol';
import type { Asked } from '../../service';
import { type ClientFeatures, featuresOf, initializeResult, noFeatures } from './capabilities';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import type { Engine } from './engine';
import { Guard } from './guard';
import type { Platform } from './platform';
import { SettingsSource } from './settings';
import { StatusWatch } from './status';

/** Serves one client over a connection, which begins to listen. `version` is the program's own. */
export function startServer(connection: Connection, platform: Platform, version: string | undefined): void {
  const server = new Server(connection, platform);
  server.serveLife(version);
  server.serveDocuments();
  server.serveFeatures();
  server.serveOwnMessages();
  connection.listen();
}

const nothing = () => null;

class Server {
  readonly #connection: Connection;
  readonly #platform: Platform;
  readonly #guard: Guard;
  readonly #documents = new Documents();
  readonly #settings: SettingsSource;
  readonly #status: StatusWatch;
  readonly #diagnostics: Diagnostics;
  #client: ClientFeatures = noFeatures;
  #options: InitializationOptions = {};
  #rootUri: string | undefined;
  #engine: Promise<Engine> | undefined;

  constructor(connection: Connection, platform: Platform) {
    this.#connection = connection;
    this.#platform = platform;
    this.#guard = new Guard((message) => connection.console.error(message));
    this.#settings = new SettingsSource(connection);
    this.#status = new StatusWatch(connection);
    this.#diagnostics = new Diagnostics({
      connection,
      documents: this.#documents,
      status: this.#status,
      engine: () => this.#loaded(),
    });
  }

  /** `initialize`, `initialized` and `shutdown`. */
  serveLife(version: string | undefined): void {
    this.#connection.onInitialize((params: InitializeParams) => {
      if (this.#guard.phase !== 'new') {
        return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
      }
      this.#guard.phase = 'running';
      this.#client = featuresOf(params.capabilities);
      this.#options = params.initializationOptions ?? {};
      this.#rootUri = params.workspaceFolders?.[0]?.uri ?? params.rootUri ?? undefined;
      this.#diagnostics.start(this.#client);
      return initializeResult(this.#client, version);
    });
    this.#connection.onInitialized(() => {
      this.#settings.start(this.#client);
      if (!this.#client.registersWatchers) return;
      const watchers = [{ globPattern: '**/.leastwise.json' }, { globPattern: '**/*.{tf,tofu,tf.json}' }];
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
    this.#connection.onShutdown(() => {
      this.#guard.phase = 'shut down';
    });
  }

  /** What the client tells of documents, settings and files. */
  serveDocuments(): void {
    const guard = this.#guard;
    this.#connection.onDidOpenTextDocument(
      guard.notification('didOpen', (params) => {
        const { uri } = params.textDocument;
        if (!this.#documents.open(params)) return;
        this.#diagnostics.opened(uri);
        this.#diagnostics.neighbourChanged(uri);
      }),
    );
    this.#connection.onDidChangeTextDocument(
      guard.notification('didChange', (params) => {
        const { uri } = params.textDocument;
        if (!this.#documents.change(params)) return;
        this.#diagnostics.changed(uri);
        this.#diagnostics.neighbourChanged(uri);
      }),
    );
    this.#connection.onDidCloseTextDocument(
      guard.notification('didClose', async (params) => {
        const { uri } = params.textDocument;
        if (!this.#documents.close(params)) return;
        this.#diagnostics.closed(uri);
        this.#status.closed(uri);
        this.#settings.forget(uri);
        (await this.#engine)?.close(uri);
        this.#diagnostics.neighbourChanged(uri);
      }),
    );
    this.#connection.onDidChangeConfiguration(
      guard.notification('didChangeConfiguration', ({ settings }) => {
        this.#settings.changed(settings);
        this.#diagnostics.allChanged();
        this.#refreshLenses();
      }),
    );
    this.#connection.onDidSaveTextDocument(
      guard.notification('didSave', async ({ textDocument: { uri } }) =>
        (await this.#engine)?.fileChanged(uri),
      ),
    );
    // Only configurations are watched: our own, and those of Terraform.
    this.#connection.onDidChangeWatchedFiles(
      guard.notification('didChangeWatchedFiles', async ({ changes }) => {
        const engine = await this.#engine;
        for (const { uri } of changes) engine?.fileChanged(uri);
        this.#diagnostics.allChanged();
        this.#refreshLenses();
      }),
    );
  }

  /** What the client asks of documents. */
  serveFeatures(): void {
    const connection = this.#connection;
    connection.onHover(
      this.#answer('hover', ({ service }, asked, { position }) => service.hover(asked, position)),
    );
    connection.onCompletion(
      this.#answer('completion', ({ service }, asked, { position }) =>
        service.completion(asked, position, {
          snippets: this.#client.snippets,
          suggestCommand: this.#options.suggestCommand,
        }),
      ),
    );
    connection.onCompletionResolve(
      this.#guard.request(
        'completionItem/resolve',
        async (item) => (await this.#loaded()).service.resolveCompletion(item),
        (item) => item,
      ),
    );
    connection.onCodeAction(
      this.#answer('codeAction', async (engine, asked, { range, context }) => {
        // For the mark beside a line that the cursor comes to, nobody has asked for refactorings.
        const all =
          context.triggerKind === CodeActionTriggerKind.Invoked ? ['quickfix', 'refactor'] : undefined;
        const only = context.only ?? all;
        const { leavesUnticked } = this.#options;
        const clone = await engine.cloneFor(only, asked);
        return engine.service.codeActions(asked, range, { ...this.#client, only, clone, leavesUnticked });
      }),
    );
    connection.onCodeLens(
      this.#answer('codeLens', async ({ service }, asked, { textDocument }) => {
        const { codeLens } = await this.#settings.for(textDocument.uri);
        return codeLens ? service.codeLenses(asked, this.#options.showRangeCommand) : [];
      }),
    );
    connection.onDocumentSymbol(
      this.#answer('documentSymbol', ({ service }, asked) =>
        this.#client.nestedSymbols ? service.symbols(asked) : service.flatSymbols(asked),
      ),
    );
    connection.languages.diagnostics.on(
      this.#guard.request(
        'diagnostic',
        (params) => this.#diagnostics.pull(params),
        () => ({ kind: 'full', items: [] }),
      ),
    );
  }

  /** The requests of protocol.ts. */
  serveOwnMessages(): void {
    const status = async ({ uri }: StatusParams): Promise<StatusResult> => {
      const engine = await this.#loaded();
      const { service } = engine;
      const asked = await engine.ask(uri);
      return { policies: asked ? service.policies(asked) : [], catalogDate: service.catalog.date };
    };
    const setPolicyType = async ({ uri, type }: SetPolicyTypeParams): Promise<null> => {
      (await this.#loaded()).choose(uri, type);
      this.#diagnostics.allChanged();
      this.#refreshLenses();
      return null;
    };
    this.#connection.onRequest(statusRequest, this.#guard.request(statusRequest, status, nothing));
    this.#connection.onRequest(
      setPolicyTypeRequest,
      this.#guard.request(setPolicyTypeRequest, setPolicyType, nothing),
    );
  }

  /** Answers a request on a document; with null where it is not open, or Leastwise is off for it. */
  #answer<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    name: string,
    answer: (engine: Engine, asked: Asked, params: Params) => Result | Promise<Result>,
  ) {
    const handler = async (params: Params): Promise<Result | null> => {
      const { uri } = params.textDocument;
      if (!this.#documents.get(uri)) return null;
      const engine = await this.#loaded();
      const asked = await engine.ask(uri);
      return asked ? answer(engine, asked, params) : null;
    };
    return this.#guard.request(name, handler, nothing);
  }

  /** Asks for the lenses once more: settings or files are others now. An edit makes a client ask by itself. */
  #refreshLenses(): void {
    if (this.#client.refreshesLenses) void this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** The engine, loaded when it is first needed; tried again where that failed. */
  #loaded(): Promise<Engine> {
    this.#engine ??= this.#load().catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  async #load(): Promise<Engine> {
    const { openEngine } = await import('./engine');
    return openEngine({
      platform: this.#platform,
      connection: this.#connection,
      options: this.#options,
      rootUri: this.#rootUri,
      documents: this.#documents,
      settings: this.#settings,
    });
  }
}
