// Which files beside a document say more of it, and how many of them are read. Reads nothing itself.
import { languageOf, type SourceDocument } from '../service';

/** A file of a Terraform or OpenTofu configuration. */
const CONFIGURATION = /\.(?:tf|tofu|tf\.json)$/i;
/** In larger folders a file stands for itself alone. */
const MOST_FILES = 300;
const MOST_CHARACTERS = 5_000_000;

/** Names of files of the configuration that a folder holds; none where there are too many. */
export function configurationFiles(names: readonly string[]): readonly string[] {
  const files = names.filter((name) => CONFIGURATION.test(name)).sort();
  return files.length > MOST_FILES ? [] : files;
}

/** The files as documents; none where they are too long together. */
export function boundedNeighbours(documents: readonly SourceDocument[]): readonly SourceDocument[] {
  const length = documents.reduce((sum, { text }) => sum + text.length, 0);
  return length > MOST_CHARACTERS ? [] : documents;
}

/**
 * How many folders up from its own a document has neighbours: a configuration has them in its folder, a file that a
 * configuration may read as a policy also in the folder above. 0: it has none.
 */
export function neighbouringFolders(languageId: string, name: string): 0 | 1 | 2 {
  if (languageId === 'terraform' || CONFIGURATION.test(name)) return 1;
  return languageId === 'json' || languageId === 'template' ? 2 : 0;
}

/** The language of a file of a configuration. */
export function configurationLanguage(name: string): string {
  return languageOf(undefined, name) ?? 'terraform';
}

/** The uris of so many folders from the document's own outwards. */
export function foldersOf(uri: string, count: number): readonly string[] {
  const folder = /^([a-z][\w+.-]*:\/\/[^/]*.*)\/[^/]+$/i.exec(uri)?.[1];
  if (folder === undefined || count === 0) return [];
  return [folder, ...foldersOf(folder, count - 1)];
}

/** Whether a change of one document may change what is said of another: they are of one module. */
export function mayConcern(changed: string, other: string): boolean {
  const [folder] = foldersOf(changed, 1);
  return changed !== other && folder !== undefined && foldersOf(other, 2).includes(folder);
}

export function isConfiguration(name: string): boolean {
  return CONFIGURATION.test(name);
}
