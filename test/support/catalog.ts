// The committed AWS data, opened once for all tests of a file.
import { buildPacks } from '../../scripts/packCatalog';
import { openCatalog } from '../../server/src/catalog/catalog';
import type { Catalog } from '../../server/src/catalog/types';

let packs: ReturnType<typeof buildPacks> | undefined;
let opened: Catalog | undefined;

/** The packed texts, as the build writes them before they are compressed. */
export function testPacks(): ReturnType<typeof buildPacks> {
  packs ??= buildPacks();
  return packs;
}

export function testCatalog(): Catalog {
  opened ??= openCatalog(testPacks().core, { loadDescriptions: () => testPacks().text });
  return opened;
}
