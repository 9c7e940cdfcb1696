// The program `leastwise`: hands the command line the real world.
import './tune';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { Io } from './io';
import { run } from './run';
import { help, startHelpers } from './threads';

const io: Io = {
  cwd: process.cwd(),
  stdout: (text) => process.stdout.write(text),
  // A helper's own stream would wait for the first thread, which waits for the helper.
  stderr: (text) => (isMainThread ? process.stderr.write(text) : writeSync(2, text)),
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  today: new Date().toISOString().slice(0, 10),
  readStdin: () => readFileSync(0),
  stat: (file) => {
    const stats = statSync(file);
    return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other' };
  },
  readFile: (file) => readFileSync(file),
  readText: (file) => readFileSync(file, 'utf8'),
  readFolder: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    })),
  writeFile: writeAtomically,
  catalogCore: () => packed('catalog.core.gz'),
  catalogText: () => packed('catalog.text.gz'),
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  startHelpers: (job) => startHelpers(__filename, job),
  version: LEASTWISE_VERSION,
  startServer: () => {
    require(path.join(__dirname, 'server.js'));
  },
};

// Who reads our output through `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

if (isMainThread) {
  const status = run(process.argv.slice(2), io);
  if (status !== undefined) process.exitCode = status;
} else {
  help(io);
}

function packed(name: string): string {
  return gunzipSync(readFileSync(path.join(__dirname, name))).toString('latin1');
}

/** A crash half-way leaves the old file whole. */
function writeAtomically(file: string, bytes: Uint8Array): void {
  const fresh = `${file}.leastwise-${process.pid}`;
  writeFileSync(fresh, bytes, { mode: statSync(file).mode });
  renameSync(fresh, file);
}
