// Gathers the licences of the packages that were bundled, and the sources of the packed AWS data, into one
// file. Decides nothing about licences.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { iamData, packageSources } from '../catalog/packages';
import { dist, inRoot, root } from '../paths';

const licenceFile = /^(licen[cs]e|copying|notice)([-.].*)?$/i;
const rule = `\n${'-'.repeat(80)}\n\n`;

/**
 * Writes dist/THIRD_PARTY_NOTICES.txt. `inputs` are the bundled files, as paths from the project's folder.
 * A package without a licence text is an error.
 */
export async function writeNotices(inputs: readonly string[]): Promise<void> {
  const bundled = new Set(inputs.flatMap(packageFolder));
  const folders = [...bundled, path.relative(root, iamData.folder)].sort();
  const notices = await Promise.all(folders.map(notice));
  const all = [...new Set(notices), dataNotice()];
  await writeFile(path.join(dist, 'THIRD_PARTY_NOTICES.txt'), all.join(rule));
}

/** `node_modules/a/node_modules/@b/c/x.js` → `node_modules/a/node_modules/@b/c` */
function packageFolder(input: string): readonly string[] {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1] ? [match[1]] : [];
}

async function notice(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(inRoot(folder, 'package.json'), 'utf8'));
  const name = field(manifest, 'name');
  const files = (await readdir(inRoot(folder))).filter((file) => licenceFile.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} is bundled, but has no licence text.`);
  const texts = await Promise.all(files.map((file) => readFile(inRoot(folder, file), 'utf8')));
  const head = `${name} ${field(manifest, 'version')} (${field(manifest, 'license')})`;
  return `${head}\n\n${texts.map((text) => text.trim()).join('\n\n')}\n`;
}

function field(manifest: unknown, key: string): string {
  const value = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, key) : undefined;
  return typeof value === 'string' ? value : 'unknown';
}

function dataNotice(): string {
  const lines = packageSources().map(
    ({ source, version, licence, gives }) => `${source} ${version} (${licence}): ${gives}`,
  );
  return `The AWS data in the packed catalog was read from\n\n${lines.join('\n')}\n`;
}
