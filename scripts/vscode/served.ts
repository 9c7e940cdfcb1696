// Runs a suite in the extension host of a served VS Code, from the sources or against a package.

import { cpSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, inRoot, root } from '../paths';
import type { Tally } from '../tally';
import { type Host, startHost } from './host';
import { bundleTests, readReport, reportVariable, workspace } from './testBundle';
import { openWorkbench } from './workbench';

const limit = 120_000;

/** With a package, that is installed, and an empty extension is the one under development. */
export async function runServed(vsix?: string): Promise<Tally> {
  const tests = await bundleTests();
  const report = path.join(cache, 'vscode-report', vsix ? 'vsix' : 'sources');
  await mkdir(report, { recursive: true });
  const host = await startHost({ ...(vsix ? { vsix } : {}), env: { [reportVariable]: report } });
  const interrupted = () => host.stop();
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await runIn(host, tests, report, vsix ? await emptyExtension(host) : root);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await host.stop();
  }
}

async function runIn(host: Host, tests: string, report: string, extension: string): Promise<Tally> {
  const folder = path.join(host.scratch, 'workspace');
  cpSync(workspace, folder, { recursive: true });
  let settle: (verdict: string) => void = () => {};
  const verdict = new Promise<string>((resolve) => {
    settle = resolve;
  });
  setTimeout(() => settle('It took too long.'), limit).unref();
  host.ended.then(() => settle('The server ended.'));
  const { page, close } = await openWorkbench(host, {
    folder,
    payload: [
      ['extensionDevelopmentPath', host.uri(extension)],
      ['extensionTestsPath', host.uri(tests)],
    ],
    // These two are what VS Code's own driver calls; the exit code is the verdict of `run`.
    prepare: async (page) => {
      page.on('crash', () => settle('The page crashed.'));
      await page.exposeFunction('codeAutomationExit', (code: number) => settle(String(code)));
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown) =>
        host.note(`[${type}] ${JSON.stringify(args)}`),
      );
    },
  });
  const end = await verdict;
  const tally = readReport(report);
  if (tally === undefined || (end !== '0' && tally.failed === 0)) {
    await page.screenshot({ path: path.join(report, 'end.png') }).catch(() => {});
    await writeFile(path.join(report, 'host.log'), host.log.join(''));
    await close();
    throw new Error(`The suite did not end: ${end} See ${report} for the log and a picture.`);
  }
  await close();
  return tally;
}

async function emptyExtension(host: Host): Promise<string> {
  const folder = path.join(host.scratch, 'driver');
  await mkdir(folder);
  const manifest = { name: 'driver', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.100.0' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
