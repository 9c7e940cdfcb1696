// What the client's user has set for `leastwise`, for each document apart where the client can tell. Not .leastwise.json.
import { type PolicyTypeChoice, policyTypeChoices } from '../../protocol';
import type { ClientFeatures } from './capabilities';
import type { Wire } from './wire';

export interface UserSettings {
  readonly enable: boolean;
  readonly policyType: PolicyTypeChoice;
  /** Rule ids and what they are set to, as the user wrote it. */
  readonly rules: Readonly<Record<string, unknown>>;
}

const SECTION = 'leastwise';

/** A client that never answers must not keep its user from diagnostics; milliseconds. */
const PATIENCE = 2_000;

export class SettingsSource {
  readonly #wire: Wire;
  #asks = false;
  #pushed: UserSettings = read(undefined);
  readonly #answers = new Map<string, Promise<UserSettings>>();

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Called once the client listens. */
  start({ answersSettings, registersSettings }: ClientFeatures): void {
    this.#asks = answersSettings;
    if (registersSettings) {
      const method = 'workspace/didChangeConfiguration';
      const registerOptions = { section: SECTION };
      const registrations = [{ id: 'leastwise-settings', method, registerOptions }];
      void this.#wire.ask('client/registerCapability', { registrations });
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

  async #ask(uri: string): Promise<UserSettings> {
    const items = [{ scopeUri: uri, section: SECTION }];
    const answer = this.#wire.ask('workspace/configuration', { items });
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
    const values = await Promise.race([answer, late]);
    return Array.isArray(values) ? read(values[0]) : this.#pushed;
  }
}

/** What is missing or makes no sense is as if it were not set. */
function read(value: unknown): UserSettings {
  const { enable, policyType, rules } = isObject(value) ? value : {};
  return {
    enable: enable !== false,
    policyType: policyTypeChoices.find((choice) => choice === policyType) ?? 'auto',
    rules: isObject(rules) ? rules : {},
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
