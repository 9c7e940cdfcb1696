// Packs one service's condition keys, resource types and what each action supports.
import { arnStart, type PackedDetails } from '../../server/src/catalog/packed';
import type { ServiceRecord } from './records';
import { Table } from './table';

/** `keyTypes` is shared by all services and goes into the header. */
export function packDetails(service: ServiceRecord, keyTypes: Table<string>): PackedDetails {
  const keyIndex = indexOf(service.conditionKeys.map(({ key }) => key));
  const typeIndex = indexOf(service.resourceTypes.map(({ name }) => name));
  const resourceLists = new Table<readonly number[]>([[]]);
  const keyLists = new Table<readonly number[]>([[]]);
  const needLists = new Table<readonly string[]>([[]]);
  const keysOf = (keys: readonly string[] = []) => keyLists.add(keys.map(keyIndex));
  const types = service.resourceTypes.map(({ name, arns, keys }) => [
    name,
    keysOf(keys),
    ...arns.map((arn) => (arn.startsWith(arnStart) ? `~${arn.slice(arnStart.length)}` : arn)),
  ]);
  const actions = service.actions.flatMap(({ resources = [], keys, needs = [] }) => [
    resourceLists.add(resources.map((resource) => resourceCode(resource, typeIndex))),
    keysOf(keys),
    needLists.add(needs),
  ]);
  return {
    keys: service.conditionKeys.flatMap(({ key, type }) => [
      shortKey(key, service.prefix),
      keyTypes.add(type),
    ]),
    types,
    resourceLists: resourceLists.rows,
    keyLists: keyLists.rows,
    needLists: needLists.rows,
    actions,
  };
}

function shortKey(key: string, prefix: string): string {
  return key.startsWith(`${prefix}:`) ? key.slice(prefix.length) : key;
}

/** `bucket*` is required, `bucket` is not. */
function resourceCode(resource: string, typeIndex: (name: string) => number): number {
  const required = resource.endsWith('*');
  return typeIndex(required ? resource.slice(0, -1) : resource) * 2 + (required ? 1 : 0);
}

/** The data does not always agree with itself on capitals. */
function indexOf(names: readonly string[]): (name: string) => number {
  const indices = new Map(names.map((name, index) => [name.toLowerCase(), index]));
  return (name) => {
    const index = indices.get(name.toLowerCase());
    if (index === undefined) throw new Error(`${name} is used but not defined.`);
    return index;
  };
}
