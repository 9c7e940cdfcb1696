// Writes what follows from the rules: their index, their pages and tables, the editor's settings, the schema's list.
// With --check it writes nothing and fails where what is committed differs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedPages } from './generate/pages';
import { ruleFiles, ruleIndex } from './generate/ruleIndex';
import { inRoot } from './paths';
import { runAsTask } from './task';

const INDEX = 'server/src/rules/index.ts';
const SCHEMA = 'schemas/leastwise.schema.json';

/** Each generated file by its path from the root, with the text that it should have. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const pages = (await generatedPages()).map(
    ([file, text]) => [file, file === SCHEMA ? format(text, file) : text] as const,
  );
  return new Map([[INDEX, format(ruleIndex(ruleFiles()), INDEX)], ...pages]);
}

/** Paths of the generated files that are not as they should be, pages of rules that are gone included. */
export function stale(files: ReadonlyMap<string, string>): readonly string[] {
  const differs = [...files].filter(([file, text]) => !existsSync(inRoot(file)) || read(file) !== text);
  return [...differs.map(([file]) => file), ...leftOver(files)];
}

function leftOver(files: ReadonlyMap<string, string>): readonly string[] {
  const folder = 'docs/rules';
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder))
    .map((name) => `${folder}/${name}`)
    .filter((file) => !files.has(file));
}

function read(file: string): string {
  return readFileSync(inRoot(file), 'utf8');
}

/** In the house's style, so that the format check has nothing to say. */
function format(code: string, file: string): string {
  const args = ['biome', 'check', '--write', `--stdin-file-path=${file}`];
  const run = spawnSync('npx', ['--no-install', ...args], { input: code, encoding: 'utf8', cwd: inRoot() });
  if (run.status !== 0) throw new Error(`Biome cannot format ${file}:\n${run.stderr}`);
  return run.stdout;
}

runAsTask(import.meta.url, async (args) => {
  // The index comes first: the pages are made from the rules that it lists.
  const index = format(ruleIndex(ruleFiles()), INDEX);
  if (!args.includes('--check') && read(INDEX) !== index) writeFileSync(inRoot(INDEX), index);
  const files = await generated();
  const differing = stale(files);
  if (args.includes('--check')) {
    if (differing.length > 0)
      throw new Error(`Run \`npm run generate\`; these differ: ${differing.join(', ')}`);
    return;
  }
  for (const file of differing) {
    const text = files.get(file);
    if (text === undefined) rmSync(inRoot(file));
    else {
      mkdirSync(path.dirname(inRoot(file)), { recursive: true });
      writeFileSync(inRoot(file), text);
    }
  }
  console.log(differing.length === 0 ? 'Everything is up to date.' : `Wrote ${differing.length} files.`);
});
