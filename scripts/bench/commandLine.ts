// The command line over a folder of 1,645 policies, 4.55 MB: processor time of the whole process. The folder of AWS
// managed policies is taken where it is there, and one of the same size made otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, inRoot } from '../paths';
import { type Figure, median } from './figures';
import { policyText } from './texts';

const FILES = 1645;

export async function benchCommandLine(): Promise<readonly Figure[]> {
  const corpus = path.resolve(inRoot(), '../shared/corpus/managed-policies');
  const folder = existsSync(corpus) ? corpus : madeFolder();
  const samples = Array.from({ length: 5 }, () => cpuOfLint(folder));
  return [
    { what: `lint of 1,645 policies, CPU of the process`, value: median(samples), bound: 1, unit: 's' },
  ];
}

function madeFolder(): string {
  const folder = inRoot('.cache/bench-policies');
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < FILES; i++) writeFileSync(`${folder}/p${i}.json`, policyText(1 + (i % 56)));
  return folder;
}

/** User and system time in seconds, as the process itself reports it at its end. */
function cpuOfLint(folder: string): number {
  const hook =
    "process.on('exit',()=>{const c=process.cpuUsage();require('fs').writeSync(2,`CPU ${c.user+c.system}\\n`)})";
  mkdirSync(cache, { recursive: true });
  const file = path.join(cache, 'report-cpu.cjs');
  writeFileSync(file, hook);
  const args = [
    '--require',
    file,
    inRoot('dist/cli.js'),
    'lint',
    folder,
    '--format',
    'json',
    '--fail-on',
    'never',
  ];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`lint ended with ${run.status}:\n${run.stderr}`);
  return Number(/CPU (\d+)/.exec(run.stderr)?.[1]) / 1e6;
}
