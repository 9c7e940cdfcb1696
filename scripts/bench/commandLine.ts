// The command line over whole folders. 1,645 policies, 4.55 MB: processor time of the whole process; the folder of AWS
// managed policies is taken where it is there, and one of the same size made otherwise. 1,000 templates: the time by the
// clock, beside that of one thread.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { cache, inRoot } from '../paths';
import { type Figure, median } from './figures';
import { policyText, yamlTemplate } from './texts';

const FILES = 1645;
const TEMPLATES = 1000;
const ROUNDS = 3;

export async function benchCommandLine(): Promise<readonly Figure[]> {
  const folder = policiesFolder();
  const samples = Array.from({ length: 5 }, () => lint(folder).cpu);
  return [
    { what: `lint of 1,645 policies, CPU of the process`, value: median(samples), bound: 1.5, unit: 's' },
    ...(availableParallelism() > 1 ? [templates()] : []),
  ];
}

/** The folder of AWS managed policies, or one of the same size. */
export function policiesFolder(): string {
  const corpus = path.resolve(inRoot(), '../shared/corpus/managed-policies');
  return existsSync(corpus) ? corpus : madeFolder('policies', FILES, policyOf);
}

/** By turns, and the least of each: what else the machine does meets both alike. */
function templates(): Figure {
  const folder = madeFolder('templates', TEMPLATES, (i) => [`t${i}.yaml`, yamlTemplate(2 + (i % 30))]);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    alone: lint(folder, '--threads', '1').wall,
    together: lint(folder).wall,
  }));
  const bound = 0.9 * Math.min(...rounds.map(({ alone }) => alone));
  const value = Math.min(...rounds.map(({ together }) => together));
  return { what: 'lint of 1,000 templates, by the clock (bound: 0.9 × one thread)', value, bound, unit: 's' };
}

function policyOf(i: number): readonly [string, string] {
  return [`p${i}.json`, policyText(1 + (i % 56))];
}

function madeFolder(name: string, files: number, make: (i: number) => readonly [string, string]): string {
  const folder = inRoot(`.cache/bench-${name}`);
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < files; i++) {
    const [file, text] = make(i);
    writeFileSync(`${folder}/${file}`, text);
  }
  return folder;
}

interface Cost {
  /** User and system time in seconds, as the process itself reports it at its end. */
  readonly cpu: number;
  /** From its start to its end, in seconds. */
  readonly wall: number;
}

function lint(folder: string, ...options: readonly string[]): Cost {
  const hook =
    "process.on('exit',()=>{const c=process.cpuUsage();require('fs').writeSync(2,`CPU ${c.user+c.system}\\n`)})";
  mkdirSync(cache, { recursive: true });
  const file = path.join(cache, 'report-cpu.cjs');
  writeFileSync(file, hook);
  const program = ['--require', file, inRoot('dist/cli.js')];
  const args = [...program, 'lint', folder, '--format', 'json', '--fail-on', 'never', ...options];
  const started = performance.now();
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`lint ended with ${run.status}:\n${run.stderr}`);
  return { cpu: Number(/CPU (\d+)/.exec(run.stderr)?.[1]) / 1e6, wall };
}
