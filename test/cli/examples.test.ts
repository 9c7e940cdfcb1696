// The examples are what their README says: good ones without any finding, mistakes with a few in each file.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { leastwise } from '../support/commandLine';

const folder = path.join(import.meta.dirname, '../../examples');

/** Path below the folder → text. */
const files: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('.md') && statSync(path.join(folder, name)).isFile())
    .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]),
);

/** What is said of one file, a line for each finding. */
function linted(name: string): readonly string[] {
  const args = ['lint', '--format', 'github', '--fail-on', 'never', name];
  const { stdout, status } = leastwise(args, { [name]: files.get(name) ?? '' });
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => line.startsWith('::'));
}

const names = [...files.keys()];

it('are in every language', () => {
  const endings = ['json', 'tf', 'yaml', 'yml'];
  for (const half of ['good/', 'mistakes/']) {
    const own = names.filter((name) => name.startsWith(half)).map((name) => path.extname(name).slice(1));
    expect([...new Set(own)].sort()).toEqual(endings);
  }
});

it.each(names.filter((name) => name.startsWith('good/')))('%s has no finding', (name) => {
  expect(linted(name)).toEqual([]);
  expect(leastwise(['list', name], { [name]: files.get(name) ?? '' }).stdout).toContain(name);
});

it.each(names.filter((name) => name.startsWith('mistakes/')))('%s has findings', (name) => {
  expect(linted(name).length).toBeGreaterThan(0);
});
