// Fetches packages at exact versions from the npm registry into a folder of their own, without running any
// script of theirs. Not for this project's dependencies, which the lock file names.
import { spawn } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';

const flags = [
  '--ignore-scripts',
  '--omit=dev',
  '--legacy-peer-deps',
  '--engine-strict=false',
  '--no-save',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** `npm install` in `folder`; without packages, of what its package.json names. */
export async function npmInstall(folder: string, ...packages: readonly string[]): Promise<void> {
  const child = spawn('npm', ['install', ...packages, ...flags], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`npm install ${packages.join(' ')} in ${folder} failed.`);
}

/** A new folder with a package.json that names nothing. */
export async function emptyPackage(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/package.json`, '{ "private": true }');
  return folder;
}

/** Fills a folder next to its place and moves it there when complete, so that what is there is whole. */
export async function fillOnce(folder: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${folder}.${process.pid}.partial`;
  await rm(partial, { recursive: true, force: true });
  await fill(await emptyPackage(partial));
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
}
