// The files beside a linted file that say more of it; each folder is read once.
import path from 'node:path';
import type { SourceDocument } from '../../service';
import {
  boundedNeighbours,
  configurationFiles,
  configurationLanguage,
  neighbouringFolders,
} from '../neighbours';
import { decode } from './decode';
import type { Io } from './io';

/** Files are linted folder by folder, so few folders are asked for again. */
const MOST_FOLDERS = 8;

export class Modules {
  readonly #io: Io;
  readonly #byFolder = new Map<string, readonly SourceDocument[]>();

  constructor(io: Io) {
    this.#io = io;
  }

  /** For a file by its absolute path; the same list for all files of a configuration. */
  around(file: string, languageId: string): readonly SourceDocument[] {
    const folder = path.dirname(file);
    switch (neighbouringFolders(languageId, file)) {
      case 0:
        return [];
      case 1:
        return this.#inFolder(folder);
      case 2:
        return [...this.#inFolder(folder), ...this.#inFolder(path.dirname(folder))];
    }
  }

  /** A file was written: its folder is read again. */
  changed(file: string): void {
    this.#byFolder.delete(path.dirname(file));
  }

  #inFolder(folder: string): readonly SourceDocument[] {
    const known = this.#byFolder.get(folder) ?? this.#read(folder);
    this.#byFolder.delete(folder);
    this.#byFolder.set(folder, known);
    const [oldest] = this.#byFolder.keys();
    if (this.#byFolder.size > MOST_FOLDERS && oldest !== undefined) this.#byFolder.delete(oldest);
    return known;
  }

  #read(folder: string): readonly SourceDocument[] {
    try {
      const entries = this.#io.readFolder(folder).filter(({ isFolder }) => !isFolder);
      const names = configurationFiles(entries.map(({ name }) => name));
      return boundedNeighbours(names.flatMap((name) => this.#document(path.join(folder, name))));
    } catch {
      // What cannot be read is told where it is linted itself.
      return [];
    }
  }

  #document(uri: string): readonly SourceDocument[] {
    try {
      const decoded = decode(this.#io.readFile(uri));
      if (decoded.kind === 'unreadable') return [];
      return [{ uri, languageId: configurationLanguage(uri), version: 0, text: decoded.text }];
    } catch {
      return [];
    }
  }
}
