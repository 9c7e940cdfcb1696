// A small LSP client over standard input and output, for tests against the built server. Keeps what it was told.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { builtServer } from './builtServer';

// A process has to start for each test, on machines that do other things as well.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly rootUri?: string;
  /** The answer to `workspace/configuration` for a document. */
  readonly settings?: (uri: string | undefined) => unknown;
}

/** A notification or request of the server. */
export interface Told {
  readonly method: string;
  readonly params: unknown;
}

export class LspClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly told: Told[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  result: InitializeResult = { capabilities: {} };
  readonly #versions = new Map<string, number>();
  readonly #watchers = new Set<() => void>();

  private constructor(child: ChildProcess, settings: ClientOptions['settings']) {
    const { stdout, stdin } = child;
    if (!stdout || !stdin) throw new Error('The server has no standard input and output.');
    this.process = child;
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification((method, params) => this.#hear({ method, params }));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#changed();
    });
    this.connection.onRequest((method, params) => {
      this.#hear({ method, params });
      return null;
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
    );
    this.connection.listen();
  }

  /** Starts a server that has not been initialized. */
  static async spawn(options: ClientOptions = {}): Promise<LspClient> {
    const child = spawn(process.execPath, [await builtServer(), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return new LspClient(child, options.settings);
  }

  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const client = await LspClient.spawn(options);
    const { capabilities = {}, rootUri = null } = options;
    client.result = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      capabilities,
    });
    await client.notify('initialized', {});
    return client;
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    if (params === undefined) return this.connection.sendRequest<T>(method);
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params?: unknown): Promise<void> {
    if (params === undefined) return this.connection.sendNotification(method);
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = 'json'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Sends edits; returns the version that they make. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The diagnostics pushed for this version, or a later one, of a document. */
  async pushed(uri: string, version = this.#versions.get(uri) ?? 1): Promise<readonly Diagnostic[]> {
    const isMeant = (params: PublishDiagnosticsParams) =>
      params.uri === uri && (params.version ?? 0) >= version;
    await this.until(() => this.published.some(isMeant));
    return this.published.findLast(isMeant)?.diagnostics ?? [];
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  async complete(uri: string, position: Position): Promise<readonly CompletionItem[]> {
    const params = { textDocument: { uri }, position };
    const list = await this.request<CompletionList | CompletionItem[] | null>(
      'textDocument/completion',
      params,
    );
    return Array.isArray(list) ? list : (list?.items ?? []);
  }

  actions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only }) };
    return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** Waits until something that the server tells makes this true. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#watchers.add(resolve));
  }

  /** The messages of a method. */
  heard(method: string): readonly unknown[] {
    return this.told.filter((each) => each.method === method).map(({ params }) => params);
  }

  /** Ends the server as LSP asks; returns its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown');
    return this.exit();
  }

  async exit(): Promise<number | null> {
    const ended = once(this.process, 'exit');
    await this.notify('exit');
    const [code]: unknown[] = await ended;
    this.connection.dispose();
    return typeof code === 'number' ? code : null;
  }

  #hear(told: Told): void {
    this.told.push(told);
    this.#changed();
  }

  #changed(): void {
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const watcher of watchers) watcher();
  }
}

/** Rule ids of diagnostics, in order. */
export function rulesOf(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}
