// The clone that a document lies in: git's own files and the workflows. Reads through the platform, nothing twice.
// https://git-scm.com/docs/gitrepository-layout
import type { CloneFiles } from '../../service';
import { foldersOf } from '../neighbours';
import type { Platform } from './platform';

/** How many folders up a clone is looked for, and how many of its workflows are read. */
const MOST_FOLDERS = 20;
const MOST_WORKFLOWS = 50;

/** What git and the workflows say; `undefined` where the document lies in no clone, or its files cannot be read. */
export async function readClone(platform: Platform, uri: string): Promise<CloneFiles | undefined> {
  for (const folder of foldersOf(uri, MOST_FOLDERS)) {
    const git = await gitFolder(platform, folder);
    const config = await platform.readText(`${git}/config`);
    if (config !== undefined) {
      const [head, workflows] = await Promise.all([
        platform.readText(`${git}/refs/remotes/origin/HEAD`),
        readWorkflows(platform, `${folder}/.github/workflows`),
      ]);
      return { config, head, workflows };
    }
    // A clone in a clone is one of its own, though nobody can read it.
    if (git !== `${folder}/.git`) return undefined;
  }
  return undefined;
}

/** `.git`, or the folder that it names where it is a file, as in a submodule or another working tree. */
async function gitFolder({ readText }: Platform, folder: string): Promise<string> {
  const git = `${folder}/.git`;
  const named = /^gitdir: (.+?)\s*$/.exec((await readText(git)) ?? '')?.[1];
  if (named === undefined) return git;
  const own = resolve(folder, named);
  const common = (await readText(`${own}/commondir`))?.trim();
  return common === undefined ? own : resolve(own, common);
}

/** A path as git writes it, from a folder on. */
function resolve(folder: string, path: string): string {
  const isDrive = /^[a-z]:/i.test(path);
  const encoded = encodeURI(isDrive ? `/${path}` : path).replace(/[#?]/g, encodeURIComponent);
  return new URL(encoded, `${folder}/`).href.replace(/\/$/, '');
}

async function readWorkflows({ readFolder, readText }: Platform, folder: string): Promise<readonly string[]> {
  const names = (await readFolder(folder)).filter((name) => /\.ya?ml$/i.test(name)).sort();
  const texts = names
    .slice(0, MOST_WORKFLOWS)
    .map((name) => readText(`${folder}/${encodeURIComponent(name)}`));
  return (await Promise.all(texts)).filter((text) => text !== undefined);
}
