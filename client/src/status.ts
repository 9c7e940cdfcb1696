// The language status item: which type Leastwise takes the policy of the active editor for, and why.
import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type StatusChangedParams,
  type StatusParams,
  type StatusResult,
  statusChangedNotification,
  statusRequest,
} from '../../server/src/protocol';
import { documentLanguages } from './languages';
import { summary } from './policyTypes';

/** Programs hold no policy of which a type could be told. */
const selector = documentLanguages.map((language) => ({ language }));

/** What `activate` returns: other extensions may ask what Leastwise asks itself. */
export interface LeastwiseApi {
  status(uri: Uri): Promise<StatusResult>;
}

export function requestStatus(client: BaseLanguageClient, uri: Uri): Promise<StatusResult> {
  const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  return client.sendRequest<StatusResult>(statusRequest, params);
}

/** Shown only where there is something to say: a document without a policy has no item. */
export class PolicyTypeStatus implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #listeners: Disposable;
  #item: LanguageStatusItem | undefined;
  #asked = 0;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listeners = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.#refresh()),
      workspace.onDidChangeConfiguration((e) => e.affectsConfiguration('leastwise') && this.#refresh()),
      client.onDidChangeState(() => this.#refresh()),
      client.onNotification(statusChangedNotification, ({ uri }: StatusChangedParams) => {
        if (uri === this.#activeUri()) this.#refresh();
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#hide();
  }

  #activeUri(): string | undefined {
    const uri = window.activeTextEditor?.document.uri;
    return uri && this.#client.code2ProtocolConverter.asUri(uri);
  }

  async #refresh(): Promise<void> {
    const asked = ++this.#asked;
    const document = window.activeTextEditor?.document;
    if (!document || languages.match(selector, document) === 0) return this.#hide();
    if (this.#client.state === State.Stopped) return this.#showStopped();
    if (this.#client.state !== State.Running) return;
    // A request fails when the server stops in the meantime; the change of state then refreshes again.
    const result = await requestStatus(this.#client, document.uri).catch(() => undefined);
    if (asked === this.#asked) this.#show(result);
  }

  #show(result: StatusResult | undefined): void {
    if (!result || result.policies.length === 0) {
      this.#hide();
      return;
    }
    const reasons = new Set(result.policies.map((policy) => policy.because));
    const item = this.#shown();
    item.text = summary(result.policies);
    item.detail = `${[...reasons].slice(0, 3).join(' ')} · AWS data ${result.catalogDate}`;
    item.severity = LanguageStatusSeverity.Information;
    item.command = { command: 'leastwise.setPolicyType', title: 'Change' };
  }

  #showStopped(): void {
    const item = this.#shown();
    item.text = 'Leastwise is not running';
    item.detail = 'Its log says why.';
    item.severity = LanguageStatusSeverity.Error;
    item.command = { command: 'leastwise.restart', title: 'Restart' };
  }

  #shown(): LanguageStatusItem {
    this.#item ??= languages.createLanguageStatusItem('leastwise.policyType', selector);
    this.#item.name = 'Leastwise policy type';
    return this.#item;
  }

  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }
}
