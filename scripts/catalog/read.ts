// Reads the files of schemas/catalog/ back. They were written by catalog.ts or by hand and are held to their shape
// by tests; this only gives them their types.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compareNames } from './order';
import type { KeyRecord, PartitionRecord, ServiceRecord, TextRecord } from './records';

export interface PrincipalRecord {
  readonly principal: string;
  readonly service: string;
  readonly trust?: boolean;
  readonly resourcePolicy?: boolean;
  readonly serviceLinkedRole?: boolean;
  readonly sendsSourceArn?: boolean;
  readonly sendsSourceAccount?: boolean;
  readonly sources: readonly string[];
}

export interface GlobalKeyRecord {
  readonly key: string;
  readonly type: string;
  readonly multivalued: boolean;
  readonly description: string;
}

export interface OperationRecord {
  readonly service: string;
  readonly api: string;
  readonly actions: readonly string[];
}

/** Everything under schemas/catalog/ that is packed. */
export interface CatalogFiles {
  readonly date: string;
  readonly services: readonly ServiceRecord[];
  readonly texts: readonly TextRecord[];
  readonly globalKeys: readonly GlobalKeyRecord[];
  readonly federationKeys: readonly KeyRecord[];
  readonly federationClaims: readonly { readonly claim: string; readonly description: string }[];
  readonly principals: readonly PrincipalRecord[];
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly partitions: readonly PartitionRecord[];
  readonly operations: readonly OperationRecord[];
  readonly renames: Readonly<Record<string, string>>;
  readonly rcpServices: readonly string[];
}

export function readCatalog(folder: string): CatalogFiles {
  const read = (...parts: readonly string[]) => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'));
  const files = readdirSync(path.join(folder, 'services')).sort(compareNames);
  return {
    date: read('provenance.json').date,
    services: files.map((file) => read('services', file)),
    texts: files.map((file) => read('texts', file)),
    globalKeys: read('curated', 'global-keys.json').keys,
    federationKeys: read('federation-keys.json').keys,
    federationClaims: read('curated', 'federation.json').claims,
    principals: read('curated', 'service-principals.json').principals,
    aliases: read('curated', 'service-principal-aliases.json').aliases,
    partitions: read('partitions.json').partitions,
    operations: read('curated', 'api-operations.json').operations,
    renames: read('curated', 'service-renames.json').renames,
    rcpServices: read('curated', 'rcp-services.json').services,
  };
}
