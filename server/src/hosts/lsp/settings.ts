// What the client's user has set for `leastwise`, for each document apart where the client can tell. Not .leastwise.json.
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type PolicyTypeChoice, policyTypeChoices } from '../../protocol';
import type { ClientFeatures } from './capabilities';

export interface UserSettings {
  readonly enable: boolean;
  readonly policyType: PolicyTypeChoice;
  /** Whether roles say above them who may assume them. */
  readonly codeLens: boolean;
  /** Rule ids and what they are set to, as the user wrote it. */
  readonly rules: Readonly<Record<string, unknown>>;
}

const SECTION = 'leastwise';

/** A client that never answers must not keep its user from diagnostics; milliseconds. */
const PATIENCE = 2_000;

export class SettingsSource {
  readonly #connection: Connection;
  #asks = false;
  #pushed: UserSettings = read(undefined);
  readonly #answers = new Map<string, Promise<UserSettings>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Called once the client listens. */
  start({ answersSettings, registersSettings }: ClientFeatures): void {
    this.#asks = answersSettings;
    if (registersSettings) {
      void this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
  }

  /** The settings for a document; asked for once, until they change. */
  async for(uri: string): Promise<UserSettings> {
    if (!this.#asks) return this.#pushed;
    const known = this.#answers.get(uri) ?? this.#ask(uri);
    this.#answers.set(uri, known);
    return known;
  }

  /** Takes in `workspace/didChangeConfiguration`, with or without the settings themselves. */
  changed(settings: unknown): void {
    this.#answers.clear();
    if (isObject(settings) && SECTION in settings) this.#pushed = read(settings[SECTION]);
  }

  forget(uri: string): void {
    this.#answers.delete(uri);
  }

  async #ask(scopeUri: string): Promise<UserSettings> {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
    const answer: Promise<unknown> = this.#connection.workspace.getConfiguration({
      scopeUri,
      section: SECTION,
    });
    const settings = await Promise.race([answer, late]).catch(() => undefined);
    return settings === undefined ? this.#pushed : read(settings);
  }
}

/** What is missing or makes no sense is as if it were not set. */
function read(value: unknown): UserSettings {
  const { enable, policyType, codeLens, rules } = isObject(value) ? value : {};
  return {
    enable: enable !== false,
    policyType: policyTypeChoices.find((choice) => choice === policyType) ?? 'auto',
    codeLens: codeLens !== false,
    rules: isObject(rules) ? rules : {},
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
