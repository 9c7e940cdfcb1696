// The connection as the server's parts use it: handlers that cannot end the process, LSP's life cycle held, a log.
import { type CancellationToken, ErrorCodes, type MessageConnection, ResponseError } from 'vscode-jsonrpc';

/** LSP's own error codes: of a request before `initialize`, and of one that its sender has given up. */
const NOT_INITIALIZED = -32002;
const CANCELLED = -32800;

export type Phase = 'new' | 'running' | 'shut down';

/** LSP's kinds of log messages. */
const severities = { error: 1, warning: 2, info: 3 } as const;

/** Registers handlers and sends messages. An error in a handler is logged, and its request answered with null. */
export class Wire {
  readonly #connection: MessageConnection;
  phase: Phase = 'new';

  constructor(connection: MessageConnection) {
    this.#connection = connection;
  }

  /**
   * Answers a request, with null where the handler fails. A message without params has its token in their place,
   * as vscode-jsonrpc calls handlers.
   */
  onRequest<Params>(method: string, handler: (params: Params, token?: CancellationToken) => unknown): void {
    this.#connection.onRequest(
      method,
      async (params: Params, token?: CancellationToken): Promise<unknown> => {
        this.#mustRun();
        if (token?.isCancellationRequested) throw cancelled();
        const result = await this.#attempt(method, () => handler(params, token));
        if (token?.isCancellationRequested) throw cancelled();
        return result ?? null;
      },
    );
  }

  onNotification<Params>(method: string, handler: (params: Params) => unknown): void {
    this.#connection.onNotification(method, async (params: Params) => {
      if (this.phase === 'running') await this.#attempt(method, () => handler(params));
    });
  }

  /** Asks the client; `undefined` where it cannot answer. */
  async ask(method: string, params: unknown): Promise<unknown> {
    try {
      return await this.#connection.sendRequest(method, params);
    } catch (error) {
      this.log('warning', `The client did not answer ${method}: ${messageOf(error)}`);
      return undefined;
    }
  }

  tell(method: string, params: unknown): void {
    // Fails only when the client is gone, and then there is nobody to tell.
    this.#connection.sendNotification(method, params).catch(() => undefined);
  }

  log(severity: keyof typeof severities, message: string): void {
    this.tell('window/logMessage', { type: severities[severity], message });
  }

  /** What an action yields; `undefined` where it fails, which is logged. */
  async #attempt(what: string, action: () => unknown): Promise<unknown> {
    try {
      return await action();
    } catch (error) {
      this.log('error', `${what} failed: ${describe(error)}`);
      return undefined;
    }
  }

  #mustRun(): void {
    if (this.phase === 'new') throw new ResponseError(NOT_INITIALIZED, 'The server is not initialized.');
    if (this.phase === 'running') return;
    throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
  }
}

function cancelled(): ResponseError {
  return new ResponseError(CANCELLED, 'The request was cancelled.');
}

/** With the stack, for a log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
