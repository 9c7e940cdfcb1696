// Runs the suites in a desktop VS Code, where there is a display and Microsoft's download host answers.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
  TestRunFailedError,
} from '@vscode/test-electron';
import { cache, editors, root } from '../paths';
import type { Tally } from '../tally';
import { bundleTests, emptyExtension, readReport, reportVariable, workspace } from './testBundle';

/** Nothing where no desktop VS Code can be had; why not is printed. */
export async function runDesktop(vsix?: string): Promise<Tally | undefined> {
  const program = await findDesktop();
  if (!program) return undefined;
  const home = await mkdtemp(path.join(tmpdir(), 'leastwise-'));
  try {
    return await runIn(program, home, vsix);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function findDesktop(): Promise<string | undefined> {
  if (!hasDisplay()) {
    console.log('No display: VS Code is served to a headless browser instead of run on a desktop.');
    return undefined;
  }
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: editors, timeout: 10_000 });
  } catch (error) {
    console.log(`Desktop VS Code cannot be fetched (${error}); VS Code is served to a browser instead.`);
    return undefined;
  }
}

async function runIn(program: string, home: string, vsix: string | undefined): Promise<Tally> {
  const tests = await bundleTests();
  const report = path.join(cache, 'vscode-report', vsix ? 'desktop-package' : 'desktop-sources');
  await rm(report, { recursive: true, force: true });
  await mkdir(report, { recursive: true });
  const folder = path.join(home, 'workspace');
  cpSync(workspace, folder, { recursive: true });
  const folders = [`--extensions-dir=${home}/extensions`, `--user-data-dir=${home}/user`];
  if (vsix) install(program, vsix, folders);
  const code = await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: vsix ? await emptyExtension(home) : root,
    extensionTestsPath: tests,
    extensionTestsEnv: { [reportVariable]: report },
    launchArgs: [folder, ...folders, '--disable-workspace-trust', '--skip-welcome', '--disable-gpu'],
  }).catch((error: unknown) => {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  });
  const tally = readReport(report);
  if (tally && (code === 0) === (tally.failed === 0)) return tally;
  throw new Error(`The suites did not come to an end in desktop VS Code (${code}).`);
}

function install(program: string, vsix: string, folders: readonly string[]): void {
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(program);
  if (cli === undefined) throw new Error('Desktop VS Code has no command line.');
  const options = [...args, ...folders, '--install-extension', path.resolve(vsix)];
  const { status, stderr } = spawnSync(cli, options, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`Desktop VS Code could not install the package.\n${stderr}`);
}
