// The way in from a fresh clone: installs the locked dependencies when they are missing or out of date, then
// runs one task of this folder. Plain JavaScript, because nothing is installed yet when it starts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [task, ...rest] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
  fail(`Leastwise needs Node 20.11 or newer to build; this is ${process.version}.`);
}
if (!task || !existsSync(path.join(root, 'scripts', `${task}.ts`))) fail(`There is no task "${task ?? ''}".`);
install();
const loader = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const script = path.join(root, 'scripts', `${task}.ts`);
const run = spawn(process.execPath, ['--import', loader, script, ...rest], { cwd: root, stdio: 'inherit' });
run.once('exit', (code) => process.exit(code ?? 1));
// A task may have an editor to end. Ctrl+C reaches it without our help, and we wait for it.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
// npm, asked to end, ends the shell between us and itself without a word to us.
const parent = process.ppid;
setInterval(() => process.ppid === parent || run.kill('SIGTERM'), 500).unref();

/** Runs `npm ci` unless node_modules was installed from the very lock file that is here. */
function install() {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const stamp = path.join(root, 'node_modules/.leastwise-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the locked dependencies …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) fail('`npm ci` failed; the lines above say why.');
  writeFileSync(stamp, lock);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
