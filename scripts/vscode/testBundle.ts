// Bundles the suites that run inside VS Code, and reads what a run reported. Starts no editor.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { cache, inRoot, root } from '../paths';
import type { Tally } from '../tally';

/** Below the project, so that the bundles find mocha in its node_modules. */
const outdir = path.join(cache, 'vscode-tests');

/** The folder that the suites' documents come from; runs work on a copy. */
export const workspace = inRoot('test', 'vscode', 'workspace');

/** The name of the environment variable with the folder into which a run reports. */
export const reportVariable = 'LEASTWISE_TEST_REPORT';

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  sourcemap: 'inline',
  logLevel: 'warning',
};

/** For the Node extension host. Gives back the module whose `run` VS Code calls. */
export async function bundleTests(): Promise<string> {
  const suites = readdirSync(inRoot('test', 'vscode')).filter((file) => file.endsWith('.suite.ts'));
  await rm(outdir, { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: ['index.ts', ...suites].map((file) => `test/vscode/${file}`),
    outdir,
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  return path.join(outdir, 'index.js');
}

/** For the worker, where nothing can be asked for later: one file with mocha and all that it needs. */
export async function bundleWebTests(): Promise<string> {
  const outfile = path.join(cache, 'vscode-tests-web', 'index.js');
  await build({
    ...shared,
    entryPoints: ['test/vscode/web/index.ts'],
    outfile,
    platform: 'browser',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/vscode/web/assert.ts' },
  });
  return outfile;
}

/** VS Code runs tests of an extension under development only; this one has nothing in it. */
export async function emptyExtension(home: string): Promise<string> {
  const folder = path.join(home, 'driver');
  await mkdir(folder);
  const manifest = { name: 'driver', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.100.0' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** Prints the lines of a run and gives back its numbers; a run that reported none has failed. */
export function readReport(folder: string): Tally | undefined {
  try {
    process.stdout.write(readFileSync(path.join(folder, 'lines.txt'), 'utf8'));
    const { passed, failed } = JSON.parse(readFileSync(path.join(folder, 'tally.json'), 'utf8'));
    return { passed, failed };
  } catch {
    return undefined;
  }
}
