// Tells the client when the policies of a document are others than before, or of another type.
import type { Connection } from 'vscode-languageserver';
import { type PolicyStatus, type StatusChangedParams, statusChangedNotification } from '../../protocol';

export class StatusWatch {
  readonly #connection: Connection;
  readonly #last = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Takes in what a document holds now. Lines do not count: they change with every key. */
  saw(uri: string, policies: readonly PolicyStatus[]): void {
    const now = policies.map(({ type, carrier, because }) => `${type} ${carrier} ${because}`).join('\n');
    if (now === (this.#last.get(uri) ?? '')) return;
    this.#last.set(uri, now);
    const params: StatusChangedParams = { uri };
    void this.#connection.sendNotification(statusChangedNotification, params);
  }

  closed(uri: string): void {
    this.#last.delete(uri);
  }
}
