// Bundles the suites that run inside VS Code, and reads what a run reported. Starts no editor.
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { cache, inRoot, root } from '../paths';
import type { Tally } from '../tally';

/** Below the project, so that the bundles find mocha in its node_modules. */
const outdir = path.join(cache, 'vscode-tests');

/** The folder that the suites' documents come from; runs work on a copy. */
export const workspace = inRoot('test', 'vscode', 'workspace');

/** The name of the environment variable with the folder into which a run reports. */
export const reportVariable = 'LEASTWISE_TEST_REPORT';

/** Gives back the module whose `run` VS Code calls. */
export async function bundleTests(): Promise<string> {
  const suites = readdirSync(inRoot('test', 'vscode')).filter((file) => file.endsWith('.test.ts'));
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...suites].map((file) => `test/vscode/${file}`),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
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
