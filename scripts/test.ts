// `npm test`: all that must hold, part after part. The last line says how many tests passed and failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build';
import { check } from './check';
import { packageExtension } from './package';
import { cache } from './paths';
import { runNode } from './run';
import { sum, type Tally } from './tally';
import { runAsTask, seconds } from './task';
import { findChromium } from './vscode/chromium';
import { runDesktop } from './vscode/desktop';
import { runNeovim } from './vscode/neovim';
import { runServed, runWeb } from './vscode/served';
import { installVsCodeServer } from './vscode/server';
import { runUi } from './vscode/ui';

interface Part {
  readonly name: string;
  /** Where a part cannot run because of the machine, it says so and is `absent`; it counts nothing. */
  run(): Promise<Tally | 'absent'>;
}

interface Outcome {
  readonly name: string;
  readonly tally: Tally | 'absent';
  readonly time: string;
}

const one: Tally = { passed: 1, failed: 0 };
let vsix = '';

const parts: readonly Part[] = [
  { name: 'Check', run: () => check() },
  { name: 'Build', run: () => build().then(() => one) },
  { name: 'Unit tests', run: unitTests },
  { name: 'Package', run: makePackage },
  { name: 'Editors', run: () => installEditors().then(() => one) },
  { name: 'VS Code, sources', run: () => inVsCode() },
  { name: 'VS Code, package', run: () => inVsCode(vsix) },
  { name: 'VS Code, web', run: runWeb },
  { name: 'VS Code, by hand', run: runUi },
  { name: 'Neovim', run: runNeovim },
];

async function unitTests(): Promise<Tally> {
  const report = path.join(cache, 'vitest.json');
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // A busy machine makes a slow test, and not a wrong one. Files share what they import: each alone would read all
  // rules anew, which is most of the time that it takes.
  const args = ['run', '--testTimeout=30000', '--hookTimeout=60000', '--isolate=false', ...reporters];
  const { code } = await runNode('node_modules/vitest/vitest.mjs', args, 'shown');
  const passed = countIn(report, 'numPassedTests');
  const failed = countIn(report, 'numFailedTests');
  // A file that does not load has no tests to count.
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

function countIn(report: string, name: string): number {
  const json: unknown = JSON.parse(readFileSync(report, 'utf8'));
  const value = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
  if (typeof value !== 'number') throw new Error(`${report} has no ${name}.`);
  return value;
}

async function makePackage(): Promise<Tally> {
  vsix = packageExtension();
  return one;
}

async function installEditors(): Promise<void> {
  await Promise.all([installVsCodeServer(), findChromium()]);
}

/** On a desktop where that is possible, otherwise served to a headless browser: the same suites. */
async function inVsCode(file?: string): Promise<Tally> {
  if (file === '') throw new Error('There is no package to install.');
  return (await runDesktop(file)) ?? (await runServed(file));
}

async function outcomeOf({ name, run }: Part): Promise<Outcome> {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}\n`);
  const started = performance.now();
  const tally = await run().catch((error: unknown): Tally => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  return { name, tally, time: seconds(started) };
}

function line({ name, tally, time }: Outcome): string {
  const counts =
    tally === 'absent' ? 'not on this machine' : `${tally.passed} passed, ${tally.failed} failed`;
  return `${name.padEnd(20)}${time.padStart(8)}   ${counts}`;
}

runAsTask(import.meta.url, async () => {
  const started = performance.now();
  const outcomes: Outcome[] = [];
  for (const part of parts) outcomes.push(await outcomeOf(part));
  const total = sum(outcomes.flatMap(({ tally }) => (tally === 'absent' ? [] : [tally])));
  console.log(`\n${outcomes.map(line).join('\n')}\n\nAll in ${seconds(started)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
