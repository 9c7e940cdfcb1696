// Holds the table of docs/architecture.md: which layer may import which. Reads the import lines, runs nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.dirname(import.meta.dirname);

/** What each layer may import beside itself: layers, single files, packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  syntax: ['base', 'jsonc-parser', 'yaml'],
  policy: ['base', 'syntax/node', 'syntax/moved'],
  discovery: [
    'base',
    'syntax/node',
    'syntax/moved',
    'syntax/relocate',
    'syntax/gaps',
    'syntax/json/json',
    'syntax/yaml/embedded',
    'syntax/hcl/embedded',
    'policy/types',
  ],
  catalog: ['base'],
  analysis: [
    'base',
    'syntax/node',
    'syntax/moved',
    'syntax/languages',
    'syntax/json/json',
    'policy',
    'discovery',
  ],
  rules: ['base', 'policy', 'catalog', 'analysis', 'syntax/node', 'discovery/site', 'picomatch/posix'],
  features: [
    'base',
    'syntax/node',
    'policy',
    'discovery/site',
    'analysis',
    'catalog',
    'rules',
    'vscode-languageserver-types',
  ],
  service: [
    'base',
    'syntax/languages',
    'syntax/trees',
    'policy/types',
    'policy/size',
    'policy/lowered',
    'discovery/site',
    'analysis',
    'catalog',
    'rules',
    'features',
    'vscode-languageserver-types',
  ],
  protocol: [],
  hosts: ['service', 'protocol', 'base', 'node:', 'vscode-', 'picomatch'],
  client: ['server/protocol', 'vscode', 'vscode-', 'node:'],
};

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
}

function sources(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`);
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\b[^;'"]*?from '([^']+)'|\bimport\('([^']+)'\)|require\('([^']+)'\)/g,
  );
  return [...found].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    return { file, layer: layerOf(file), target: name.startsWith('.') ? resolve(file, name) : name };
  });
}

/** A file's path within `server/src`, or `server/…` for an import that leaves the client. */
function resolve(file: string, name: string): string {
  const target = path.posix.join(path.posix.dirname(file), name);
  if (file.startsWith('client/') && target.startsWith('server/src/'))
    return target.replace('server/src/', 'server/');
  return target.replace(/^server\/src\//, '').replace(/^client\/src\//, 'client/');
}

function layerOf(file: string): string {
  if (file.startsWith('client/')) return 'client';
  return file.replace('server/src/', '').replace(/\.ts$/, '').split('/')[0] ?? '';
}

function mayImport({ layer, target }: Import): boolean {
  const own = target === layer || target.startsWith(`${layer}/`);
  return own || (allowed[layer] ?? []).some((entry) => covers(entry, target));
}

function covers(entry: string, target: string): boolean {
  return (
    target === entry || target.startsWith(`${entry}/`) || (/[:-]$/.test(entry) && target.startsWith(entry))
  );
}

const imports = [...sources('server/src'), ...sources('client/src')].flatMap(importsOf);

describe('layering', () => {
  it('reads the imports', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets each layer import only what is below it', () => {
    const wrong = imports.filter((each) => !mayImport(each));
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps rules apart from each other', () => {
    const wrong = imports.filter(({ file, target }) => {
      const isRule = /^server\/src\/rules\/[^/]+\/[^/]+\.ts$/.test(file);
      return isRule && /^rules\/[^/]+\/[^/]+$/.test(target);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps features apart from each other, but for what they share', () => {
    const wrong = imports.filter(({ file, target }) => {
      const feature = /^server\/src\/features\/([\w-]+)/.exec(file)?.[1];
      const other = /^features\/([\w-]+)/.exec(target)?.[1];
      if (feature === undefined || other === undefined) return false;
      return other !== feature && other !== 'render' && other !== 'place';
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('gives the engine no way to the world', () => {
    const wrong = imports.filter(
      ({ layer, target }) => layer !== 'hosts' && layer !== 'client' && target.startsWith('node:'),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
