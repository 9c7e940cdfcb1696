// The `.leastwise.json` that holds for a file: in its folder or the nearest one above, or the one that --config names.
import path from 'node:path';
import { LineIndex } from '../../base/lineIndex';
import { type Config, emptyConfig, readConfig } from '../../service';
import { decode } from './decode';
import { type Io, messageOf } from './io';

export interface FolderConfig {
  readonly config: Config;
  /** The folder that the configuration's paths are relative to. */
  readonly folder: string;
}

/** Looks configurations up, each folder once. What is wrong with one is told to `complain`, with its place. */
export class Configs {
  readonly #io: Io;
  readonly #isRule: (id: string) => boolean;
  readonly #complain: (message: string) => void;
  readonly #byFolder = new Map<string, FolderConfig>();
  readonly #fixed: FolderConfig | undefined;

  constructor(
    io: Io,
    file: string | undefined,
    isRule: (id: string) => boolean,
    complain: (message: string) => void,
  ) {
    this.#io = io;
    this.#isRule = isRule;
    this.#complain = complain;
    if (file !== undefined) {
      const absolute = path.resolve(io.cwd, file);
      this.#fixed = this.#read(absolute, io.cwd) ?? { config: emptyConfig, folder: io.cwd };
    }
  }

  /** For a file by its absolute path. */
  forFile(file: string): FolderConfig {
    return this.#fixed ?? this.#forFolder(path.dirname(file));
  }

  #forFolder(folder: string): FolderConfig {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const file = path.join(folder, '.leastwise.json');
    const above = path.dirname(folder);
    const found =
      (this.#exists(file) ? this.#read(file, folder) : undefined) ??
      (above === folder ? { config: emptyConfig, folder } : this.#forFolder(above));
    this.#byFolder.set(folder, found);
    return found;
  }

  #exists(file: string): boolean {
    try {
      return this.#io.stat(file).kind === 'file';
    } catch {
      return false;
    }
  }

  #read(file: string, folder: string): FolderConfig | undefined {
    try {
      const decoded = decode(this.#io.readFile(file));
      if (decoded.kind === 'unreadable') {
        this.#complain(`${file}:${decoded.message}`);
        return undefined;
      }
      const { config, problems } = readConfig(decoded.text, this.#isRule);
      const lines = new LineIndex(decoded.text);
      for (const { message, span } of problems) {
        const { line, character } = lines.positionAt(span.start);
        this.#complain(`${file}:${line + 1}:${character + 1}: ${message}`);
      }
      return { config, folder };
    } catch (error) {
      this.#complain(`${file}: ${messageOf(error)}`);
      return undefined;
    }
  }
}
