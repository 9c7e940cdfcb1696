// Which sources of programs are read when a folder is: those of an AWS CDK app, which a cdk.json tells. Other programs
// name no actions, and a folder of them is passed through without reading one.
// https://docs.aws.amazon.com/cdk/v2/guide/projects.html
import path from 'node:path';
import type { Io } from './io';

/** The file that the CDK's command line looks for in an app's folder. */
const APP = 'cdk.json';
/** What an app makes: templates, which are read, and copies of sources, which are not. */
const MADE = 'cdk.out';

const SOURCE = /(?<!\.d)\.(?:tsx?|mts|cts|py)$/i;
const SCRIPT = /\.([mc]?)jsx?$/i;

/** Whether the sources in a folder are those of an app: it or a folder around it, up to the outermost, says so. */
export function isInApp(folder: string, io: Io): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (path.basename(at) === MADE) return false;
    if (isFile(path.join(at, APP), io)) return true;
    if (path.dirname(at) === at) return false;
  }
}

/** The same for a folder on the way through the folders of an app or of something else. */
export function staysInApp(name: string, entries: readonly string[], isAround: boolean): boolean {
  return name !== MADE && (isAround || entries.includes(APP));
}

/** Whether a file is a source; JavaScript beside the TypeScript that it was made from is none. */
export function isSource(name: string, entries: readonly string[]): boolean {
  if (SOURCE.test(name)) return true;
  const script = SCRIPT.exec(name);
  if (!script) return false;
  const stem = name.slice(0, script.index);
  return ![`${stem}.${script[1]}ts`, `${stem}.tsx`].some((each) => entries.includes(each));
}

function isFile(file: string, io: Io): boolean {
  try {
    return io.stat(file).kind === 'file';
  } catch {
    return false;
  }
}
