// Finds a Chromium for the tests: the machine's own, or one from the npm registry. Starts nothing.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { editors } from '../paths';
import { fillOnce, npmInstall } from './npm';

export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const version = '143.0.4';
/** Code wants a font whose letters are all equally wide; the package of Chromium has none. */
const codeFont = { package: 'dejavu-fonts-ttf@2.37.3', file: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf' };
const ofTheMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The environment variable CHROMIUM names another program, or `npm` for the one of the registry. */
export async function findChromium(): Promise<Chromium> {
  const wanted = process.env.CHROMIUM;
  const candidates = wanted ? [wanted] : ofTheMachine;
  const found = candidates.find((program) => existsSync(program));
  if (found) return { executablePath: found, env: {} };
  if (process.platform !== 'linux') throw new Error('Install Chrome, or name a Chromium in CHROMIUM.');
  return installChromium();
}

/** Unpacks @sparticuz/chromium, which carries the program with its libraries and a font, into .vscode-test/. */
async function installChromium(): Promise<Chromium> {
  const folder = path.join(editors, `chromium-${version}`);
  if (!existsSync(folder)) {
    console.log(`Installing Chromium (@sparticuz/chromium ${version}) into .vscode-test/ …`);
    await fillOnce(folder, (partial) => unpackChromium(partial, folder));
  }
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH ?? ''];
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

async function unpackChromium(partial: string, folder: string): Promise<void> {
  await npmInstall(partial, `@sparticuz/chromium@${version}`, codeFont.package);
  const bin = path.join(partial, 'node_modules/@sparticuz/chromium/bin');
  const decompress = async (name: string) =>
    promisify(brotliDecompress)(await readFile(path.join(bin, name)));
  const program = path.join(partial, 'chromium');
  await writeFile(program, await decompress('chromium.br'));
  await chmod(program, 0o755);
  await untar(await decompress('al2023.tar.br'), partial);
  await untar(await decompress('swiftshader.tar.br'), partial);
  await untar(await decompress('fonts.tar.br'), path.join(partial, 'fonts'));
  await copyFile(
    path.join(partial, 'node_modules', codeFont.file),
    path.join(partial, 'fonts', 'DejaVuSansMono.ttf'),
  );
  await writeFile(path.join(partial, 'fonts.conf'), fontConfiguration(folder));
  await rm(path.join(partial, 'node_modules'), { recursive: true });
}

async function untar(archive: Buffer, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const tar = spawn('tar', ['xf', '-', '--no-same-owner', '-C', into], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  tar.stdin.end(archive);
  const code = await new Promise((resolve, reject) => tar.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`tar could not unpack Chromium into ${into}.`);
}

function fontConfiguration(folder: string): string {
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const header = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  return `${header}<fontconfig>${folders}<cachedir>${folder}/font-cache</cachedir></fontconfig>`;
}
