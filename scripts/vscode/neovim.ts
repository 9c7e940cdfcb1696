// Runs the server under Neovim, where that is installed. What is looked at there is test/neovim/tour.lua's business.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dist, inRoot } from '../paths';
import type { Tally } from '../tally';
import { runAsTask } from '../task';
import { misspelt } from './tour';

const limit = 60_000;

/** `absent` where there is no `nvim` on the path. */
export async function runNeovim(): Promise<Tally | 'absent'> {
  const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    console.log('Neovim is not installed: nothing was tested with it.');
    return 'absent';
  }
  console.log(version.stdout.split('\n', 1)[0]);
  const folder = await mkdtemp(path.join(tmpdir(), 'leastwise-neovim-'));
  try {
    return count(await tour(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The lines that the tour prints. */
async function tour(folder: string): Promise<readonly string[]> {
  const file = path.join(folder, 'policy.json');
  await writeFile(file, misspelt);
  const clean = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n'];
  const child = spawn('nvim', [...clean, '-c', `luafile ${inRoot('test', 'neovim', 'tour.lua')}`], {
    cwd: folder,
    env: {
      ...process.env,
      LEASTWISE_SERVER: path.join(dist, 'server.js'),
      LEASTWISE_FILE: file,
      XDG_STATE_HOME: folder, // Its log goes there.
      XDG_CACHE_HOME: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      printed += data;
    });
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  console.log(printed.trimEnd());
  const lines = printed.split(/\r?\n/);
  return code === 0 || lines.some((line) => line.startsWith('not ok')) ? lines : [...lines, 'not ok'];
}

/** A tour that printed nothing has failed. */
function count(lines: readonly string[]): Tally {
  const passed = lines.filter((line) => line.startsWith('ok ')).length;
  const failed = lines.filter((line) => line.startsWith('not ok')).length;
  return { passed, failed: passed + failed === 0 ? 1 : failed };
}

runAsTask(import.meta.url, async () => {
  const tally = await runNeovim();
  if (tally !== 'absent' && tally.failed > 0) process.exitCode = 1;
});
