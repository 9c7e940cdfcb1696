// What can be said of the sources without running them: types, format, lint; as a task of its own, the layers
// too. Runs no other test.
import { type Ending, runNode } from './run';
import type { Tally } from './tally';
import { runAsTask, seconds } from './task';

interface Check {
  readonly name: string;
  run(): Promise<Ending>;
}

const checks: readonly Check[] = [
  { name: 'Types', run: () => runNode('node_modules/typescript/bin/tsc', ['-b'], 'kept') },
  {
    name: 'Format and lint',
    run: () => runNode('node_modules/@biomejs/biome/bin/biome', ['ci', '--colors=off'], 'kept'),
  },
];

const layers: Check = {
  name: 'Layers',
  run: () => runNode('node_modules/vitest/vitest.mjs', ['run', 'test/layering.test.ts'], 'kept'),
};

/** Counts each check as one. What a failed one printed is shown. */
export async function check(also: readonly Check[] = []): Promise<Tally> {
  const passed = await Promise.all([...checks, ...also].map(passes));
  const good = passed.filter(Boolean).length;
  return { passed: good, failed: passed.length - good };
}

async function passes({ name, run }: Check): Promise<boolean> {
  const started = performance.now();
  const { code, output } = await run();
  console.log(`${code === 0 ? '✔' : '✘'} ${name} (${seconds(started)})`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

runAsTask(import.meta.url, async () => {
  const { failed } = await check([layers]);
  if (failed > 0) process.exitCode = 1;
});
