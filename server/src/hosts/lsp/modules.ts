// The files beside an open document that say more of it: as they are open, or else as they lie in its folder.
import type { SourceDocument } from '../../service';
import {
  boundedNeighbours,
  configurationFiles,
  configurationLanguage,
  foldersOf,
  neighbouringFolders,
} from '../neighbours';
import type { Documents } from './documents';
import type { Platform } from './platform';

export class Modules {
  readonly #platform: Platform;
  readonly #documents: Documents;
  /** What lies in a folder, by the folder's uri; read once until a file changes. */
  readonly #byFolder = new Map<string, Promise<readonly SourceDocument[]>>();
  /** Files by their uris as they were read last, so that one which is still the same stays the same version. */
  readonly #files = new Map<string, SourceDocument>();
  #version = 0;

  constructor(platform: Platform, documents: Documents) {
    this.#platform = platform;
    this.#documents = documents;
  }

  async around({ uri, languageId }: SourceDocument): Promise<readonly SourceDocument[]> {
    const folders = foldersOf(uri, neighbouringFolders(languageId, uri));
    const found = await Promise.all(folders.map((folder) => this.#inFolder(folder)));
    return boundedNeighbours(found.flat());
  }

  /** A file on the disk was made, written or deleted. */
  changed(uri: string): void {
    for (const folder of foldersOf(uri, 1)) this.#byFolder.delete(folder);
  }

  async #inFolder(folder: string): Promise<readonly SourceDocument[]> {
    const known = this.#byFolder.get(folder) ?? this.#read(folder);
    this.#byFolder.set(folder, known);
    const stored = await known;
    const open = this.#openIn(folder);
    const uris = new Set(open.map(({ uri }) => uri));
    return [...open, ...stored.filter(({ uri }) => !uris.has(uri))];
  }

  #openIn(folder: string): readonly SourceDocument[] {
    const names = this.#documents.uris.filter((uri) => foldersOf(uri, 1)[0] === folder);
    return configurationFiles(names).flatMap((uri) => this.#documents.get(uri) ?? []);
  }

  async #read(folder: string): Promise<readonly SourceDocument[]> {
    const names = configurationFiles(await this.#platform.readFolder(folder));
    const documents = names.map(async (name) => {
      const uri = `${folder}/${encodeURIComponent(name)}`;
      const text = await this.#platform.readText(uri);
      return text === undefined ? [] : [this.#fileOf(uri, text)];
    });
    return boundedNeighbours((await Promise.all(documents)).flat());
  }

  /** Versions of files are negative, so that they are none of an open document. */
  #fileOf(uri: string, text: string): SourceDocument {
    const known = this.#files.get(uri);
    if (known?.text === text) return known;
    this.#version -= 1;
    const file = { uri, languageId: configurationLanguage(uri), version: this.#version, text };
    this.#files.set(uri, file);
    return file;
  }
}
