// The server as it is shipped, `dist/server.js`. Built anew when a source is younger than it; one test process at a time.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from '../../scripts/build';
import { cache, inRoot } from '../../scripts/paths';

const server = inRoot('dist', 'server.js');
const lock = path.join(cache, 'building');
const LOCK_MS = 60_000;

let built: Promise<string> | undefined;

/** The path of a server that is not older than its sources were when the tests began. */
export function builtServer(): Promise<string> {
  built ??= freshServer();
  return built;
}

async function freshServer(): Promise<string> {
  while (!isFresh()) {
    if (!takeLock()) {
      await wait(100);
      continue;
    }
    try {
      if (!isFresh()) await build();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return server;
}

function isFresh(): boolean {
  if (!existsSync(server)) return false;
  const built = statSync(server).mtimeMs;
  const sources = readdirSync(inRoot('server', 'src'), { recursive: true, encoding: 'utf8' });
  return sources.every((file) => statSync(inRoot('server', 'src', file)).mtimeMs <= built);
}

/** A folder is made by one process only. One that was left behind by a process that ended counts for nothing. */
function takeLock(): boolean {
  mkdirSync(cache, { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = existsSync(lock) ? statSync(lock).mtimeMs : Date.now();
    if (Date.now() - since > LOCK_MS) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
