// One run of the extension, the same on desktop and web: the language client and all that hangs on it.
import { type ExtensionContext, type LogOutputChannel, type Uri, window } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { InitializationOptions, StatusResult } from '../../server/src/protocol';
import { clientOptions } from './client';
import { registerCommands } from './commands';
import type { DocumentSelector } from './selector';
import { type LeastwiseApi, PolicyTypeStatus, requestStatus } from './status';

type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export class Session implements LeastwiseApi {
  readonly #client: BaseLanguageClient;
  readonly #log: LogOutputChannel;

  constructor(
    context: ExtensionContext,
    selector: DocumentSelector,
    initialization: InitializationOptions,
    create: CreateClient,
  ) {
    this.#log = window.createOutputChannel('Leastwise', { log: true });
    this.#client = create('leastwise', 'Leastwise', clientOptions(this.#log, initialization, selector));
    const status = new PolicyTypeStatus(this.#client);
    context.subscriptions.push(this.#log, status, registerCommands(context, this.#client, this.#log));
    // Not awaited: a server that starts slowly or never must not hold up the editor or our own commands.
    this.#client.start().catch((error) => this.#log.error('The language server did not start.', error));
  }

  /** The server knows of open documents only once it has started. */
  async status(uri: Uri): Promise<StatusResult> {
    if (this.#client.state === State.Starting) await this.#client.start();
    return requestStatus(this.#client, uri);
  }

  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.stop();
  }
}
