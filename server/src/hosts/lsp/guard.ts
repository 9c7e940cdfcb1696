// Handlers that cannot end the server or leave a request without an answer, and that hold LSP's life cycle.
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { describe } from './errors';

export type Phase = 'new' | 'running' | 'shut down';

export class Guard {
  phase: Phase = 'new';
  readonly #log: (message: string) => void;

  /** `log` is told what went wrong in a handler. */
  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  /** Answers a request by `handler`, or by `otherwise` where that fails. Who gave the request up is told so. */
  request<Params, Result, Otherwise>(
    name: string,
    handler: (params: Params) => Result | Promise<Result>,
    otherwise: (params: Params) => Otherwise,
  ): (params: Params, token: CancellationToken) => Promise<Result | Otherwise> {
    return async (params, token) => {
      this.#mustRun();
      throwIfCancelled(token);
      const result = await this.#attempt(
        name,
        () => handler(params),
        () => otherwise(params),
      );
      throwIfCancelled(token);
      return result;
    };
  }

  notification<Params>(
    name: string,
    handler: (params: Params) => void | Promise<void>,
  ): (params: Params) => Promise<void> {
    return async (params) => {
      const nothing = () => undefined;
      if (this.phase === 'running') await this.#attempt(name, () => handler(params), nothing);
    };
  }

  async #attempt<Result, Otherwise>(
    name: string,
    action: () => Result | Promise<Result>,
    otherwise: () => Otherwise,
  ): Promise<Result | Otherwise> {
    try {
      return await action();
    } catch (error) {
      this.#log(`${name} failed: ${describe(error)}`);
      return otherwise();
    }
  }

  #mustRun(): void {
    if (this.phase === 'running') return;
    throw this.phase === 'new'
      ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.')
      : new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
  }
}

/** A request without params comes without a token too. */
function throwIfCancelled(token: CancellationToken | undefined): void {
  if (!token?.isCancellationRequested) return;
  throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
