// Packs everything but the descriptions. The layout is told in server/src/catalog/packed.ts.
import {
  type GlobalKeyRow,
  type PackHeader,
  type PartName,
  type PrincipalRow,
  packFormat,
  pageFolder,
  partNames,
  principalFlags,
  type ServiceRow,
} from '../../server/src/catalog/packed';
import type { AccessLevel } from '../../server/src/catalog/types';
import { packDetails } from './packDetails';
import type { CatalogFiles, GlobalKeyRecord, PrincipalRecord } from './read';
import type { ServiceRecord } from './records';
import { Table } from './table';

export function packCore(catalog: CatalogFiles): string {
  const levels = new Table<readonly AccessLevel[]>();
  const types = new Table<string>();
  const services = catalog.services.map((service) => packService(service, levels, types));
  const parts: Readonly<Record<PartName, string>> = {
    names: services.map(({ names }) => `${names}\n`).join(''),
    levels: services.map((service) => service.levels).join(''),
    globalKeys: JSON.stringify(catalog.globalKeys.map(globalKeyRow)),
    federationKeys: JSON.stringify(catalog.federationKeys.map(({ key, type }) => [key, type])),
    principals: JSON.stringify(catalog.principals.map(principalRow)),
    aliases: JSON.stringify(catalog.aliases),
    partitions: JSON.stringify(catalog.partitions),
    operations: JSON.stringify(
      catalog.operations.map(({ service, api, actions }) => [service, api, ...actions]),
    ),
    renames: JSON.stringify(catalog.renames),
    keyOwners: JSON.stringify(keyOwners(catalog.services)),
    rcpServices: JSON.stringify(catalog.rcpServices),
    details: services.map(({ details }) => details).join(''),
  };
  const header: PackHeader = {
    format: packFormat,
    date: catalog.date,
    services: services.map(({ row }) => row),
    parts: lengthsOf(parts),
    levels: levels.rows,
    types: types.rows,
  };
  return `${JSON.stringify(header)}\n${partNames.map((name) => parts[name]).join('')}`;
}

function packService(service: ServiceRecord, levels: Table<readonly AccessLevel[]>, types: Table<string>) {
  const names = service.actions.map(({ name }) => name).join(' ');
  const details = JSON.stringify(packDetails(service, types));
  const row: ServiceRow = [
    service.prefix,
    service.name,
    service.url.replace(pageFolder, '').replace(/\.html$/, ''),
    service.actions.length,
    names.length,
    details.length,
  ];
  const letters = service.actions.map((action) => String.fromCharCode(97 + levels.add(action.levels)));
  return { row, names, levels: letters.join(''), details };
}

function lengthsOf(parts: Readonly<Record<PartName, string>>): Readonly<Record<PartName, number>> {
  const lengths = { ...noLengths };
  for (const name of partNames) lengths[name] = parts[name].length;
  return lengths;
}

const noLengths: Readonly<Record<PartName, number>> = {
  names: 0,
  levels: 0,
  globalKeys: 0,
  federationKeys: 0,
  principals: 0,
  aliases: 0,
  partitions: 0,
  operations: 0,
  renames: 0,
  keyOwners: 0,
  rcpServices: 0,
  details: 0,
};

/** Services that define keys with another prefix than their own, by that prefix; identity providers apart. */
function keyOwners(services: readonly ServiceRecord[]): Readonly<Record<string, readonly string[]>> {
  const owners = new Map<string, Set<string>>();
  for (const { prefix, conditionKeys } of services) {
    for (const { key } of conditionKeys) {
      const own = key.slice(0, key.indexOf(':')).toLowerCase();
      const isProvider = prefix === 'sts' && (own.includes('.') || own === 'saml');
      if (own === prefix || own === 'aws' || isProvider) continue;
      owners.set(own, (owners.get(own) ?? new Set()).add(prefix));
    }
  }
  return Object.fromEntries([...owners].map(([own, prefixes]) => [own, [...prefixes]]));
}

function globalKeyRow({ key, type, multivalued, description }: GlobalKeyRecord): GlobalKeyRow {
  return [key, type, multivalued ? 1 : 0, description];
}

function principalRow(record: PrincipalRecord): PrincipalRow {
  const flags =
    (record.trust ? principalFlags.trust : 0) |
    (record.resourcePolicy ? principalFlags.resourcePolicy : 0) |
    (record.serviceLinkedRole ? principalFlags.serviceLinkedRole : 0) |
    (record.sendsSourceArn ? principalFlags.sendsSourceArn : 0) |
    (record.sendsSourceAccount ? principalFlags.sendsSourceAccount : 0);
  return [record.principal, record.service, flags];
}
