// From the start of the server's process to its answer to `initialize`, and what it weighs when nothing goes on.
import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, median } from './figures';
import { MeasuredServer } from './server';

const ROUNDS = 15;

export async function benchStart(): Promise<readonly Figure[]> {
  const node: number[] = [];
  const server: number[] = [];
  const rss: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    node.push(performance.now() - started);
    const again = performance.now();
    const measured = new MeasuredServer();
    await measured.initialize();
    server.push(performance.now() - again);
    if (i < 3) {
      await wait(2000);
      rss.push(measured.rss());
    }
    await measured.stop();
  }
  return [
    {
      what: 'start to `initialize` answered (bound: 2 × `node -e 0`)',
      value: median(server),
      bound: 2 * median(node),
      unit: 'ms',
    },
    { what: 'resident memory, idle', value: median(rss), bound: 65, unit: 'MB' },
  ];
}
