// Reads AWS's partitions and their Regions from the SDK's endpoint table.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asArray, asObject, asString } from './json';
import { byName } from './order';
import type { PartitionRecord } from './records';

const table = 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';

/** The SDK has no names for partitions but their ids; these are those of AWS's documentation. */
const names: ReadonlyMap<string, string> = new Map([
  ['aws', 'AWS'],
  ['aws-cn', 'AWS China'],
  ['aws-eusc', 'AWS European Sovereign Cloud'],
  ['aws-iso', 'AWS Top Secret'],
  ['aws-iso-b', 'AWS Secret'],
  ['aws-iso-e', 'AWS ISOE (Europe)'],
  ['aws-iso-f', 'AWS ISOF'],
  ['aws-us-gov', 'AWS GovCloud (US)'],
]);

export async function readPartitions(packageFolder: string): Promise<readonly PartitionRecord[]> {
  const loaded: unknown = await import(pathToFileURL(path.join(packageFolder, table)).href);
  const info = asObject(asObject(loaded, table).partitionsInfo, 'partitionsInfo');
  return byName(asArray(info.partitions, 'partitions').map(partition), (item) => item.id);
}

function partition(value: unknown): PartitionRecord {
  const row = asObject(value, 'partition');
  const id = asString(row.id, 'id');
  return {
    id,
    name: names.get(id) ?? id,
    dnsSuffix: asString(asObject(row.outputs, id).dnsSuffix, 'dnsSuffix'),
    // `aws-global` and its like stand for endpoints of global services; no ARN and no condition value names them.
    regions: Object.keys(asObject(row.regions, id))
      .filter((region) => !region.endsWith('-global'))
      .sort(),
  };
}
