// The committed AWS data, opened once for all tests of a file.
import { buildPacks } from '../../scripts/packCatalog';
import { openCatalog } from '../../server/src/catalog/catalog';
import type { Catalog } from '../../server/src/catalog/types';

let opened: Catalog | undefined;

export function testCatalog(): Catalog {
  opened ??= open();
  return opened;
}

function open(): Catalog {
  const { core, text } = buildPacks();
  return openCatalog(core, { loadDescriptions: () => text });
}
