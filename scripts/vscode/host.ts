// Starts a real VS Code server on loopback, with folders of its own, and stops it again. Opens no browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../paths';
import { installVsCodeServer } from './server';

export interface HostOptions {
  /** User settings beside those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Packages to install before the server starts: paths of .vsix files. */
  readonly vsix?: readonly string[];
  /** For the server and all that it starts: extension hosts, language servers. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Host {
  /** A folder for this run alone; gone after `stop`. */
  readonly home: string;
  /**
   * The sources of the extension under another name. By their own, they hold .vscode-test/ too, and VS Code
   * would take its own themes for those of the extension, and use one of them whatever the settings say.
   */
  readonly sources: string;
  /** Resolves with what went wrong when the server ends before `stop`. */
  readonly ended: Promise<string>;
  /** What the server has printed so far. */
  log(): string;
  /** The address of the workbench on a folder; `payload` is what VS Code's own tests hand over. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** A file as the workbench names it. */
  uri(file: string): string;
  stop(): Promise<void>;
}

const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'files.autoSave': 'off',
};

/** Installs the server where it is not there yet, and resolves when it listens. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const vscode = await installVsCodeServer();
  const home = await mkdtemp(path.join(tmpdir(), 'leastwise-'));
  const server = new Server(path.join(vscode, 'out', 'server-main.js'), home, options.env ?? {});
  try {
    await mkdir(path.join(home, 'user', 'User'), { recursive: true });
    await symlink(root, server.sources, 'junction');
    const settings = JSON.stringify({ ...quiet, ...options.settings }, null, 2);
    await writeFile(path.join(home, 'user', 'User', 'settings.json'), settings);
    for (const file of options.vsix ?? []) await server.install(path.resolve(file));
    await server.start();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

class Server implements Host {
  readonly home: string;
  readonly sources: string;
  readonly ended: Promise<string>;
  readonly #main: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #token = randomBytes(16).toString('hex');
  #end: (reason: string) => void = () => {};
  #child: ChildProcess | undefined;
  #stopping: Promise<void> | undefined;
  #port = 0;
  #log = '';

  constructor(main: string, home: string, env: Readonly<Record<string, string>>) {
    this.#main = main;
    this.home = home;
    this.sources = path.join(home, 'leastwise');
    // Sockets and temporary files go into `home`, so that nothing stays behind.
    this.#env = { ...process.env, TMPDIR: home, XDG_RUNTIME_DIR: home, ...env };
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  log(): string {
    return this.#log;
  }

  address(folder: string, payload: readonly (readonly [string, string])[] = []): string {
    const entries = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload];
    const query = { tkn: this.#token, folder: path.resolve(folder), payload: JSON.stringify(entries) };
    return `http://${this.#authority}/?${new URLSearchParams(query)}`;
  }

  uri(file: string): string {
    const parts = path.resolve(file).split(path.sep).map(encodeURIComponent);
    return `vscode-remote://${this.#authority}${parts.join('/')}`;
  }

  get #authority(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** A short run of the server's program that only installs the package. */
  async install(vsix: string): Promise<void> {
    const child = this.#spawn(['--install-extension', vsix]);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`VS Code could not install ${vsix}.\n${this.#log}`);
  }

  async start(): Promise<void> {
    const child = this.#spawn([
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', this.#token],
      // Without this, newer versions ignore the extension and the suite that the address names.
      '--enable-smoke-test-driver',
      '--disable-workspace-trust',
    ]);
    this.#child = child;
    child.once('exit', (code) => this.#end(`VS Code's server ended with ${code}.\n${this.#log}`));
    this.#port = await Promise.race([this.#listening(child), after(30_000)]);
    if (this.#port === 0) throw new Error(`VS Code's server did not start.\n${this.#log}`);
  }

  #spawn(args: readonly string[]): ChildProcess {
    const folders = [
      ...['--server-data-dir', path.join(this.home, 'server')],
      ...['--user-data-dir', path.join(this.home, 'user')],
      ...['--extensions-dir', path.join(this.home, 'extensions')],
    ];
    const quietly = ['--accept-server-license-terms', '--telemetry-level', 'off', '--force-disable-user-env'];
    const child = spawn(process.execPath, [this.#main, ...args, ...quietly, ...folders], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what the server started ends with it.
      detached: process.platform !== 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        this.#log += data;
      });
    }
    return child;
  }

  /** The port, or 0 when the server ends instead. */
  #listening(child: ChildProcess): Promise<number> {
    return new Promise((resolve) => {
      child.once('error', () => resolve(0));
      child.once('exit', () => resolve(0));
      child.stdout?.on('data', () => {
        const port = /Server bound to [^\n]*?:(\d+)/.exec(this.#log)?.[1];
        if (port) resolve(Number(port));
      });
    });
  }

  /** Asked for again, it waits for the same end. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const exit = new Promise((resolve) => child.once('exit', resolve));
      kill(child, 'SIGTERM');
      await Promise.race([exit, after(3000)]);
    }
    // Extension hosts and language servers of the group that did not follow.
    if (child) kill(child, 'SIGKILL');
    await rm(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function after(milliseconds: number): Promise<0> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(0), milliseconds).unref();
  });
}
