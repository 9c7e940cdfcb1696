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

const limit = 90_000;
/** What the extension in the worker needs beside its manifest. */
const packaged = [
  'dist',
  'client/language-configuration.json',
  'client/template-configuration.json',
  'client/media',
  'docs',
  'schemas/leastwise.schema.json',
];

interface Run {
  readonly name: 'sources' | 'package' | 'web';
  readonly vsix?: string;
  /** `home` is a folder for what is only there for this run. */
  prepare(home: string): Promise<Prepared>;
}

interface Prepared {
  /** The folder of the extension under development. */
  readonly extension: string;
  /** The module whose `run` VS Code calls. */
  readonly tests: string;
}

/** With a package, that is installed, and an empty extension is the one under development. */
export async function runServed(vsix?: string): Promise<Tally> {
  const tests = await bundleTests();
  if (!vsix) return report({ name: 'sources', prepare: async () => ({ extension: root, tests }) });
  const prepare = async (home: string) => ({ extension: await emptyExtension(home), tests });
  return report({ name: 'package', vsix, prepare });
}

/** The extension of the sources, in the worker. */
export async function runWeb(): Promise<Tally> {
  const tests = await bundleWebTests();
  return report({ name: 'web', prepare: (home) => webExtension(home, tests) });
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
      const ended = tally && (verdict === '0') === (tally.failed === 0);
      if (ended && tally.failed === 0) return tally;
      await page.screenshot({ path: path.join(folder, 'end.png') });
      await writeFile(path.join(folder, 'log.txt'), `${host.log()}\n${printed.join('\n')}`);
      if (ended) return tally;
      throw new Error(`The suites did not come to an end (${verdict}); ${folder} has a log and a picture.`);
    }),
  );
}

/** The exit code that VS Code gives when `run` is done, or what came in between. */
async function verdictOf(host: Host, page: Page, run: Run, report: string): Promise<string> {
  // Tests save and make files: the folder is a copy.
  const folder = path.join(host.home, 'workspace');
  cpSync(workspace, folder, { recursive: true });
  const { extension, tests } = await run.prepare(host.home);
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
    ['extensionTestsPath', host.uri(tests)],
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

/**
 * A copy without `main`, since with it VS Code would choose the Node extension host; and with the tests inside,
 * since they run where the extension runs that they belong to.
 */
async function webExtension(home: string, tests: string): Promise<Prepared> {
  const extension = path.join(home, 'web');
  for (const part of packaged) {
    cpSync(inRoot(part), path.join(extension, part), { recursive: true });
  }
  const { main: _, ...manifest } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  await writeFile(path.join(extension, 'package.json'), JSON.stringify(manifest));
  cpSync(tests, path.join(extension, 'tests.js'));
  return { extension, tests: path.join(extension, 'tests.js') };
}

runAsTask(import.meta.url, async ([what]) => {
  const { passed, failed } = await (what === 'web' ? runWeb() : runServed(what));
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
