// A language server under measurement: its process, a client that speaks to it, and what it costs.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { inRoot } from '../paths';

export interface Diagnosed {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly { readonly code?: string }[];
}

/** One server process. Linux only where it reads /proc. */
export class MeasuredServer {
  readonly #child: ChildProcess;
  readonly connection: MessageConnection;
  readonly #waiting: ((diagnosed: Diagnosed) => void)[] = [];

  constructor() {
    this.#child = spawn(process.execPath, [inRoot('dist/server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdout, stdin } = this.#child;
    if (!stdout || !stdin) throw new Error('The server has no standard input and output.');
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (diagnosed: Diagnosed) => {
      for (const resolve of this.#waiting.splice(0)) resolve(diagnosed);
    });
    this.connection.listen();
  }

  async initialize(): Promise<void> {
    const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await this.connection.sendNotification('initialized', {});
  }

  /** The next diagnostics that the server sends. */
  nextDiagnostics(): Promise<Diagnosed> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Resident memory in MB. */
  rss(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Processor time so far, of all threads, in ms. */
  cpu(): number {
    const tasks = `/proc/${this.#child.pid}/task`;
    const times = readdirSync(tasks).map(
      (task) => readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0],
    );
    return times.reduce((sum, nanoseconds) => sum + Number(nanoseconds), 0) / 1e6;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.#child.kill();
  }
}
