// Runs the suites in the extension host of a served VS Code: from the sources, against a package, or with the
// web extension in the worker that vscode.dev runs extensions in.
import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { cache, inRoot, root } from '../paths';
import type { Tally } from '../tally';
import { runAsTask } from '../task';
import type { Host } from './host';
import {
  bundleTests,
  bundleWebTests,
  emptyExtension,
  readReport,
  reportVariable,
  workspace,
} from './testBundle';
import { withHost, withPage } from './withHost';

const limit = 120_000;

interface Run {
  readonly name: 'sources' | 'package' | 'web';
  readonly vsix?: string;
  /** The module whose `run` VS Code calls. */
  readonly tests: string;
  /** The extension under development. */
  extension(host: Host): Promise<string>;
}

/** With a package, that is installed, and an empty extension is the one under development. */
export async function runServed(vsix?: string): Promise<Tally> {
  const tests = await bundleTests();
  if (vsix) return report({ name: 'package', vsix, tests, extension: ({ home }) => emptyExtension(home) });
  return report({ name: 'sources', tests, extension: async () => root });
}

/** The extension of the sources, in the worker. */
export async function runWeb(): Promise<Tally> {
  return report({ name: 'web', tests: await bundleWebTests(), extension: ({ home }) => webExtension(home) });
}

async function report(run: Run): Promise<Tally> {
  const folder = path.join(cache, 'vscode-report', run.name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const options = { vsix: run.vsix ? [run.vsix] : [], env: { [reportVariable]: folder } };
  return withHost(options, async (host) =>
    withPage(async (page, printed) => {
      const verdict = await verdictOf(host, page, run, folder);
      const tally = readReport(folder);
      if (tally && (verdict === '0') === (tally.failed === 0)) return tally;
      await page.screenshot({ path: path.join(folder, 'end.png') });
      await writeFile(path.join(folder, 'log.txt'), `${host.log()}\n${printed.join('\n')}`);
      throw new Error(`The suites did not come to an end (${verdict}); ${folder} has a log and a picture.`);
    }),
  );
}

/** The exit code that VS Code gives when `run` is done, or what came in between. */
async function verdictOf(host: Host, page: Page, run: Run, report: string): Promise<string> {
  // Tests save and make files: the folder is a copy.
  const folder = path.join(host.home, 'workspace');
  cpSync(workspace, folder, { recursive: true });
  const extension = await run.extension(host);
  const exit = new Promise<string>((resolve) => {
    page.on('crash', () => resolve('the page crashed'));
    setTimeout(() => resolve('it took too long'), limit).unref();
    // VS Code's own test driver calls these two; they have to be there before the page loads.
    page.exposeFunction('codeAutomationExit', (code: number) => resolve(String(code)));
    page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
      keep(report, args[0]),
    );
  });
  const payload = [
    ['extensionDevelopmentPath', host.uri(extension)],
    ['extensionTestsPath', host.uri(run.tests)],
  ] as const;
  await page.goto(host.address(folder, payload), { waitUntil: 'commit' });
  return Promise.race([exit, host.ended]);
}

/** A worker has no files: what it reports comes over the console, among what the workbench prints. */
function keep(report: string, line: unknown): void {
  const [, kind, text] = (typeof line === 'string' && /^\[suite (line|tally)\] (.*)$/s.exec(line)) || [];
  if (kind === 'line') appendFileSync(path.join(report, 'lines.txt'), `${text}\n`);
  if (kind === 'tally') writeFileSync(path.join(report, 'tally.json'), `${text}`);
}

/** A copy without `main`: with it, VS Code would choose the Node extension host. */
async function webExtension(home: string): Promise<string> {
  const folder = path.join(home, 'web');
  for (const part of ['dist', 'client/media', 'docs', 'schemas/leastwise.schema.json']) {
    cpSync(inRoot(part), path.join(folder, part), { recursive: true });
  }
  const { main: _, ...manifest } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

runAsTask(import.meta.url, async ([what]) => {
  const { passed, failed } = await (what === 'web' ? runWeb() : runServed(what));
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
