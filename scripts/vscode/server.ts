// Installs a real VS Code server with its workbench from the npm registry. Starts nothing.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editors } from '../paths';
import { emptyPackage, fillOnce, npmInstall } from './npm';

/** The newest whose server runs on Node 20; it is VS Code 1.100.3, the oldest version that we support. */
const version = '4.100.3';
const ripgrep = '1.18.0';
const folder = path.join(editors, `vscode-server-${version}`);
const vscode = path.join('node_modules', 'code-server', 'lib', 'vscode');

/** The folder whose `out/server-main.js` is the server; installed into .vscode-test/ if it is not there. */
export async function installVsCodeServer(): Promise<string> {
  const place = path.join(folder, vscode);
  if (existsSync(place)) return place;
  console.log(`Installing VS Code's server (code-server ${version}) into .vscode-test/ …`);
  await fillOnce(folder, async (partial) => {
    await npmInstall(partial, `code-server@${version}`);
    const inside = path.join(partial, vscode);
    await npmInstall(inside);
    await npmInstall(path.join(inside, 'extensions'));
    await placeRipgrep(partial, inside);
    await replaceNativeModules(inside);
    await removeSourceMaps(inside);
  });
  return place;
}

/** The package downloads its program in a script, which does not run here; the registry has the program too. */
async function placeRipgrep(partial: string, inside: string): Promise<void> {
  const platform = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const side = await emptyPackage(path.join(partial, 'ripgrep'));
  await npmInstall(side, `@vscode/ripgrep-${platform}@${ripgrep}`);
  const bin = path.join(inside, 'node_modules', '@vscode', 'ripgrep', 'bin');
  await mkdir(bin, { recursive: true });
  await copyFile(
    path.join(side, 'node_modules/@vscode', `ripgrep-${platform}`, 'bin', program),
    path.join(bin, program),
  );
  await chmod(path.join(bin, program), 0o755);
}

/** Two modules that would have to be compiled get stand-ins: the server starts without, but floods its log. */
async function replaceNativeModules(inside: string): Promise<void> {
  await standIn(inside, 'native-watchdog', 'exports.start = () => {};');
  await standIn(inside, '@vscode/spdlog', silentLogger);
}

async function standIn(inside: string, name: string, code: string): Promise<void> {
  const home = path.join(inside, 'node_modules', name);
  const manifest: unknown = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
  const main = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'main') : undefined;
  const file = path.join(home, typeof main === 'string' ? main : 'index.js');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file.endsWith('.js') ? file : `${file}.js`, code);
}

const silentLogger = `'use strict';
let level = 2;
class Logger {
  trace() {} debug() {} info() {} warn() {} error() {} critical() {}
  getLevel() { return level; } setLevel(l) { level = l; } setPattern() {} clearFormatters() {} flush() {} drop() {}
}
exports.version = 0;
exports.setLevel = (l) => { level = l; };
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => new Logger();
`;

/** Half of the size, and only a debugger of VS Code itself reads them. */
async function removeSourceMaps(inside: string): Promise<void> {
  const files = await readdir(path.join(inside, 'out'), { recursive: true, withFileTypes: true });
  const maps = files.filter((file) => file.isFile() && file.name.endsWith('.map'));
  await Promise.all(maps.map((file) => rm(path.join(file.path, file.name))));
}
