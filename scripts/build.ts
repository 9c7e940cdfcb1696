// Bundles the client, the server and the command line into dist/, with the licence notices of what they
// contain and the packed catalog. Makes no package.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { type BuildOptions, build as esbuild, type Plugin } from 'esbuild';
import { writeNotices } from './build/notices';
import { version } from './manifest';
import { packCatalog } from './packCatalog';
import { dist, inRoot, root } from './paths';
import { runAsTask, seconds } from './task';

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
  external: ['vscode'],
  define: { LEASTWISE_VERSION: JSON.stringify(version()) },
};

/** `main` comes after `module`, since jsonc-parser's UMD form asks for its parts in a way no bundler sees. */
const node: BuildOptions = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // The build of yaml for Node asks for environment variables at every token.
  alias: { yaml: inRoot('node_modules/yaml/browser/index.js') },
};
/** Leaves out what answers the questions, which all hosts share: it is the most of them. */
const serviceApart: Plugin = {
  name: 'service apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.\/\.\.\/service$/ }, () => ({ path: './service.js', external: true })),
};
const withoutService: BuildOptions = { ...node, plugins: [serviceApart] };
/**
 * Without the engine, which is a file of its own: to read both would take the time in which the server has to
 * answer `initialize`. `import()` becomes `require()`, which finds `engine.js` beside the server.
 */
const serverAlone: BuildOptions = {
  ...node,
  external: ['./engine'],
  supported: { 'dynamic-import': false },
};
const web: BuildOptions = { ...shared, platform: 'browser', target: 'es2022' };

interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly options: BuildOptions;
}

const bundles: readonly Bundle[] = [
  { entry: 'client/src/extension.ts', out: 'client.js', options: node },
  { entry: 'client/src/extensionWeb.ts', out: 'clientWeb.js', options: { ...web, format: 'cjs' } },
  { entry: 'server/src/hosts/lsp/node.ts', out: 'server.js', options: serverAlone },
  { entry: 'server/src/hosts/lsp/engine.ts', out: 'engine.js', options: withoutService },
  { entry: 'server/src/service.ts', out: 'service.js', options: node },
  // The client puts both in one script, since a worker may not load another.
  {
    entry: 'server/src/hosts/lsp/worker.ts',
    out: 'serverWeb.js',
    options: { ...web, format: 'iife', plugins: [serviceApart] },
  },
  {
    entry: 'server/src/hosts/cli/main.ts',
    out: 'cli.js',
    options: { ...withoutService, banner: { js: '#!/usr/bin/env node' } },
  },
];

/** Leaves a fresh dist/. When a bundle has no entry, fails before it touches what is there. */
export async function build(): Promise<void> {
  const absent = bundles.filter(({ entry }) => !existsSync(inRoot(entry))).map(({ entry }) => entry);
  if (absent.length > 0) throw new Error(`Cannot build: there is no ${absent.join(', no ')}.`);
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  // esbuild works in a process of its own, so the catalog is packed meanwhile.
  const inputs = Promise.all(bundles.map(bundle));
  const [all] = await Promise.all([inputs, packCatalog(root)]);
  await writeNotices(all.flat());
}

/** Makes one file of dist/ and gives back the files that went into it. */
async function bundle({ entry, out, options }: Bundle): Promise<readonly string[]> {
  const result = await esbuild({ ...options, metafile: true, entryPoints: [entry], outfile: `dist/${out}` });
  return Object.keys(result.metafile.inputs);
}

runAsTask(import.meta.url, async () => {
  const started = performance.now();
  await build();
  console.log(`Built dist/ in ${seconds(started)}.`);
});
