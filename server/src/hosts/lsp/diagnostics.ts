// When diagnostics are worked out and how they reach the client: pushed, or pulled by clients that can. Never both.
import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { isConfiguration, mayConcern } from '../neighbours';
import type { Documents } from './documents';
import type { Engine } from './engine';
import { describe } from './errors';
import type { StatusWatch } from './status';

/** A pause in typing after which diagnostics are pushed; milliseconds. */
const PAUSE = 120;
/** How long a pull waits after a change: for a next change, and for requests that a person waits for. */
const BREATH = 30;

/** After which work that nobody waits for may begin; milliseconds. */
const IDLE = 200;

export interface DiagnosticsParts {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly engine: () => Promise<Engine>;
  readonly status: StatusWatch;
}

export class Diagnostics {
  readonly #parts: DiagnosticsParts;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #pulled = false;
  /** Counts what changes diagnostics without changing the text. */
  #generation = 0;
  #refreshes = false;
  #refresh: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
  }

  /** Called once it is known what the client can do. */
  start(client: { readonly pullsDiagnostics: boolean; readonly refreshesDiagnostics: boolean }): void {
    this.#pulled = client.pullsDiagnostics;
    this.#refreshes = client.refreshesDiagnostics;
  }

  opened(uri: string): void {
    this.#schedule(uri, 0);
  }

  /** What was being worked out for the last state is given up. */
  changed(uri: string): void {
    this.#schedule(uri, PAUSE);
  }

  /** Another document of its module says something else now, or is open no more. */
  neighbourChanged(uri: string): void {
    const concerned = this.#parts.documents.uris.filter((other) => mayConcern(uri, other));
    if (!isConfiguration(uri) || concerned.length === 0) return;
    this.#generation += 1;
    if (!this.#pulled) for (const other of concerned) this.#schedule(other, PAUSE);
    else if (this.#refreshes) this.#refreshLater();
  }

  closed(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (!this.#pulled) void this.#parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Settings, configurations or the type of a document are others now. */
  allChanged(): void {
    this.#generation += 1;
    if (this.#pulled) {
      if (this.#refreshes) void this.#parts.connection.languages.diagnostics.refresh();
    } else {
      for (const uri of this.#parts.documents.uris) this.#schedule(uri, 0);
    }
  }

  /** Answers `textDocument/diagnostic`; `unchanged` where the client has what it asks for. */
  async pull({
    textDocument,
    previousResultId,
  }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const { uri } = textDocument;
    const { documents } = this.#parts;
    const wait = (documents.get(uri)?.changedAt ?? 0) + BREATH - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const resultId = `${documents.get(uri)?.revision ?? 0}.${this.#generation}`;
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: await this.#workOut(uri) };
  }

  /** Once for many changes: a client asks for all of its documents then. */
  #refreshLater(): void {
    clearTimeout(this.#refresh);
    this.#refresh = setTimeout(() => void this.#parts.connection.languages.diagnostics.refresh(), PAUSE);
  }

  #schedule(uri: string, delay: number): void {
    if (this.#pulled) return;
    clearTimeout(this.#timers.get(uri));
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      this.#push(uri).catch((error: unknown) =>
        this.#parts.connection.console.error(`Diagnostics failed: ${describe(error)}`),
      );
    }, delay);
    this.#timers.set(uri, timer);
  }

  async #push(uri: string): Promise<void> {
    const before = this.#parts.documents.get(uri);
    if (!before) return;
    const diagnostics = await this.#workOut(uri);
    const after = this.#parts.documents.get(uri);
    if (after?.revision !== before.revision) return;
    await this.#parts.connection.sendDiagnostics({ uri, version: after.version, diagnostics });
  }

  async #workOut(uri: string): Promise<Diagnostic[]> {
    if (!this.#parts.documents.get(uri)) return [];
    const engine = await this.#parts.engine();
    const asked = await engine.ask(uri);
    const diagnostics = asked ? engine.service.diagnostics(asked) : [];
    const policies = asked ? engine.service.policies(asked) : [];
    this.#parts.status.saw(uri, policies);
    // Somebody is at work on a policy: what the first completion needs is made before it is asked for.
    if (policies.length > 0) setTimeout(() => engine.service.prepare(), IDLE);
    return diagnostics;
  }
}
