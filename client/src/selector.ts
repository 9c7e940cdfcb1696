// Which documents the extension serves. Programs are among them only in a workspace with an app of the AWS CDK, so
// that nobody else pays for them with a message at each key press.
import { FileType, Uri, workspace } from 'vscode';
import { appDepth, appFile, documentLanguages, sourceLanguages } from './languages';

export type DocumentSelector = readonly { readonly language: string }[];

/** By language alone, so that unsaved, remote and virtual files are served like those on disk. */
export async function documentSelector(): Promise<DocumentSelector> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => holdsApp(uri, appDepth)));
  const languages = [...documentLanguages, ...(found.includes(true) ? sourceLanguages : [])];
  return languages.map((language) => ({ language }));
}

/** Whether a folder has an app in it, or a folder of it has, so many levels down. */
async function holdsApp(folder: Uri, depth: number): Promise<boolean> {
  // A folder that cannot be read holds nothing for us.
  const entries = await workspace.fs.readDirectory(folder).then(
    (all) => all,
    () => [],
  );
  if (entries.some(([name]) => name === appFile)) return true;
  if (depth === 0) return false;
  const inner = entries.filter(
    ([name, type]) => type === FileType.Directory && !/^\.|^node_modules$/.test(name),
  );
  const found = await Promise.all(inner.map(([name]) => holdsApp(Uri.joinPath(folder, name), depth - 1)));
  return found.includes(true);
}
