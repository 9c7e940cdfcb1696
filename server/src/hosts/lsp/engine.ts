// The engine in its surroundings: each question on a document with its settings, its configuration and the type that
// was chosen for it. Loaded when the first document needs it, so that the server itself starts at once.
import type { Connection } from 'vscode-languageserver';
import type { InitializationOptions, PolicyTypeChoice } from '../../protocol';
import {
  type Asked,
  type CloneFiles,
  configuredType,
  createService,
  type Hints,
  mayNameRepository,
  type Service,
  withRuleSettings,
} from '../../service';
import { readClone } from './clone';
import { ConfigFiles } from './configFiles';
import type { Documents } from './documents';
import { describe } from './errors';
import { Modules } from './modules';
import type { Platform } from './platform';
import type { SettingsSource, UserSettings } from './settings';

export interface EngineParts {
  readonly platform: Platform;
  readonly options: InitializationOptions;
  readonly rootUri: string | undefined;
  readonly connection: Connection;
  readonly documents: Documents;
  readonly settings: SettingsSource;
}

/** Reads the catalog and opens the engine. */
export async function openEngine(parts: EngineParts): Promise<Engine> {
  const { platform, options, connection } = parts;
  const failed = new Set<string>();
  const service = createService({
    core: await platform.readCatalog(options),
    descriptions: () => platform.readDescriptions(options),
    today: new Date().toISOString().slice(0, 10),
    onRuleError: (rule, error) => {
      // Once is enough: it will fail at the next key again.
      if (!failed.has(rule)) connection.console.error(`The rule ${rule} failed: ${describe(error)}`);
      failed.add(rule);
    },
  });
  return new Engine(service, parts);
}

export class Engine {
  readonly service: Service;
  readonly #documents: Documents;
  readonly #settings: SettingsSource;
  readonly #configs: ConfigFiles;
  readonly #modules: Modules;
  readonly #platform: Platform;
  readonly #chosen = new Map<string, Exclude<PolicyTypeChoice, 'auto'>>();

  constructor(service: Service, { platform, connection, documents, settings, rootUri }: EngineParts) {
    this.service = service;
    this.#documents = documents;
    this.#settings = settings;
    this.#platform = platform;
    this.#modules = new Modules(platform, documents);
    this.#configs = new ConfigFiles({
      readText: platform.readText,
      isRule: (id) => service.isRule(id),
      rootUri,
      complain: (uri, problems) => {
        for (const { message } of problems) connection.console.warn(`${uri}: ${message}`);
      },
    });
  }

  /** The present state of an open document with all that is set for it; `undefined` where Leastwise is off. */
  async ask(uri: string): Promise<Asked | undefined> {
    const opened = this.#documents.get(uri);
    if (!opened) return undefined;
    const [settings, found, neighbours] = await Promise.all([
      this.#settings.for(uri),
      this.#configs.for(uri),
      this.#modules.around(opened),
    ]);
    const document = this.#documents.get(uri);
    if (!document || !settings.enable) return undefined;
    const config = withRuleSettings(found.config, settings.rules);
    const type = this.#typeOf(uri, settings, configuredType(config, found.path));
    return {
      document,
      hints: { ...(type && { type }), ...(neighbours.length > 0 && { neighbours }) },
      settings: { config, path: found.path },
    };
  }

  /** The clone that a document lies in, where code actions of these kinds may write its names. Read each time. */
  async cloneFor(kinds: readonly string[] = [], { document }: Asked): Promise<CloneFiles | undefined> {
    const isAsked = kinds.some((kind) => kind === '' || /^refactor(?:\.|$)/.test(kind));
    if (!isAsked || !mayNameRepository(document.text)) return undefined;
    return readClone(this.#platform, document.uri);
  }

  /** Takes the type that somebody chose for a document, until it is closed; `auto` takes that back. */
  choose(uri: string, type: PolicyTypeChoice): void {
    if (type === 'auto') this.#chosen.delete(uri);
    else this.#chosen.set(uri, type);
  }

  /** A file on the disk was made, written or deleted. */
  fileChanged(uri: string): void {
    if (uri.endsWith('/.leastwise.json')) this.#configs.changed();
    else this.#modules.changed(uri);
  }

  close(uri: string): void {
    this.#chosen.delete(uri);
    this.service.close(uri);
  }

  /** What was said of this very document comes first, what was said of all documents last. */
  #typeOf(
    uri: string,
    { policyType }: UserSettings,
    configured: ReturnType<typeof configuredType>,
  ): Hints['type'] {
    const chosen = this.#chosen.get(uri);
    if (chosen) return { type: chosen, sentence: 'You chose this type for this session.', certain: true };
    if (configured) return { type: configured, sentence: '.leastwise.json says so.' };
    if (policyType === 'auto') return undefined;
    return { type: policyType, sentence: 'The setting leastwise.policyType says so.' };
  }
}
