import { buildPacks } from '../../scripts/packCatalog';
import type { Catalog } from '../../server/src/catalog/types';
/** The packed texts, as the build writes them before they are compressed. */
export declare function testPacks(): ReturnType<typeof buildPacks>;
export declare function testCatalog(): Catalog;
