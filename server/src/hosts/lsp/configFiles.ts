// The `.leastwise.json` that holds for a document: in its folder or the nearest one above. Reads through the platform.
import { type Config, type ConfigProblem, emptyConfig, readConfig, type Settings } from '../../service';

const FILE = '.leastwise.json';

interface FolderConfig {
  readonly config: Config;
  /** Uri of the folder, without a slash at its end. */
  readonly folder: string;
}

export interface ConfigFilesOptions {
  readonly readText: (uri: string) => Promise<string | undefined>;
  readonly isRule: (id: string) => boolean;
  /** The folder for documents that lie in none, as new ones do. */
  readonly rootUri: string | undefined;
  /** Told what is wrong with a configuration, once for each reading. */
  readonly complain: (uri: string, problems: readonly ConfigProblem[]) => void;
}

export class ConfigFiles {
  readonly #options: ConfigFilesOptions;
  readonly #byFolder = new Map<string, Promise<FolderConfig | undefined>>();

  constructor(options: ConfigFilesOptions) {
    this.#options = options;
  }

  /** The configuration for a document, and the document's path relative to the folder of that. */
  async for(uri: string): Promise<Settings> {
    const folder = folderOf(uri);
    const found = await this.#forFolder(folder ?? this.#options.rootUri?.replace(/\/+$/, ''));
    if (!found) return { config: emptyConfig, path: decode(uri.slice(uri.lastIndexOf('/') + 1)) };
    const within = folder !== undefined && uri.startsWith(`${found.folder}/`);
    const path = within ? uri.slice(found.folder.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
    return { config: found.config, path: decode(path) };
  }

  /** A configuration was written, made or deleted: all are read again when they are next asked for. */
  changed(): void {
    this.#byFolder.clear();
  }

  async #forFolder(folder: string | undefined): Promise<FolderConfig | undefined> {
    if (folder === undefined) return undefined;
    const known = this.#byFolder.get(folder) ?? this.#find(folder);
    this.#byFolder.set(folder, known);
    return known;
  }

  async #find(folder: string): Promise<FolderConfig | undefined> {
    const uri = `${folder}/${FILE}`;
    const text = await this.#options.readText(uri);
    if (text === undefined) return this.#forFolder(folderOf(folder));
    const { config, problems } = readConfig(text, this.#options.isRule);
    if (problems.length > 0) this.#options.complain(uri, problems);
    return { config, folder };
  }
}

/** `file:///home/anna/a.json` → `file:///home/anna`; `undefined` for the root and for what has no folder. */
function folderOf(uri: string): string | undefined {
  return /^([a-z][\w+.-]*:\/\/[^/]*.*)\/[^/]+$/i.exec(uri)?.[1];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
