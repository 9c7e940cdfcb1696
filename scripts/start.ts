// `npm start`: lints the examples in the terminal, then shows them in a VS Code that runs the extension from
// here. `npm start -- --no-editor` stops after the first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from './build';
import { inRoot, root } from './paths';
import { runNode } from './run';
import { runAsTask } from './task';
import { hasDisplay } from './vscode/desktop';
import { startHost } from './vscode/host';

const examples = inRoot('examples');

/** What a person would see; findings are the point of the examples, so only wrong usage is a failure. */
async function lintExamples(): Promise<void> {
  console.log('$ leastwise lint examples\n');
  const { code } = await runNode('dist/cli.js', ['lint', 'examples'], 'shown');
  if (code > 1) throw new Error(`leastwise lint ended with ${code}.`);
}

/** The program `code`, if it is on the PATH. */
function desktopProgram(): string | undefined {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

function openOnDesktop(program: string): void {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples];
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${program} ended with ${status}.`);
  console.log('\nVS Code opens the examples with Leastwise.');
}

/** Serves VS Code on loopback until somebody presses Ctrl+C. */
async function serve(): Promise<void> {
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  const host = await startHost();
  try {
    const address = host.address(examples, [['extensionDevelopmentPath', host.uri(host.sources)]]);
    console.log(
      `\nOpen this address in a browser for VS Code with Leastwise; Ctrl+C ends it.\n\n${address}\n`,
    );
    const ended = host.ended.then((reason) => Promise.reject(new Error(reason)));
    await Promise.race([interrupted, ended]);
  } finally {
    await host.stop();
  }
}

runAsTask(import.meta.url, async (args) => {
  await build();
  await lintExamples();
  if (args.includes('--no-editor')) return;
  const program = hasDisplay() ? desktopProgram() : undefined;
  if (program) openOnDesktop(program);
  else await serve();
});
