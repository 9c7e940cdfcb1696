// Packs schemas/catalog/ into the two texts that the server opens: the core, and the descriptions. Fetches nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packCore } from './catalog/packCore';
import { packTexts } from './catalog/packTexts';
import { readCatalog } from './catalog/read';
import { root } from './paths';
import { runAsTask } from './task';

export interface Packs {
  readonly core: string;
  readonly text: string;
}

/** Both packs as texts; for tests, which need no dist/. */
export function buildPacks(projectRoot: string = root): Packs {
  const catalog = readCatalog(path.join(projectRoot, 'schemas', 'catalog'));
  return { core: packCore(catalog), text: packTexts(catalog) };
}

/** Writes dist/catalog.core.gz and dist/catalog.text.gz. gzip, since browsers and Node 20 cannot stream brotli. */
export async function packCatalog(projectRoot: string = root): Promise<void> {
  const { core, text } = buildPacks(projectRoot);
  const dist = path.join(projectRoot, 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(path.join(dist, 'catalog.core.gz'), pack(core));
  writeFileSync(path.join(dist, 'catalog.text.gz'), pack(text));
}

/** As plain bytes: Node's own type of them and TypeScript's newest do not agree. */
function pack(text: string): Uint8Array {
  return new Uint8Array(gzipSync(text, { level: 9 }));
}

runAsTask(import.meta.url, () => packCatalog());
