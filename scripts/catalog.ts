// Makes the generated files of schemas/catalog/ from npm packages of AWS data and from the curated files, which it
// reads and never writes. The packed form that is shipped is made from these by packCatalog.ts.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { federationKeys } from './catalog/federation';
import { asObject, asString, asStrings, readJson, writeLines } from './catalog/json';
import { addNeeds } from './catalog/needs';
import { awsSdkCore, fetchPackages, iamData, iamFloyd, olderIamData } from './catalog/packages';
import { readPages } from './catalog/pages';
import { readPartitions } from './catalog/partitions';
import { provenance } from './catalog/provenance';
import type { ServiceRecord } from './catalog/records';
import { readNeeds, readService, readTexts, servicePrefixes } from './catalog/services';
import { makeCloudFormation } from './cloudFormation';
import { inRoot } from './paths';
import { runAsTask } from './task';

const fileOf = (...parts: readonly string[]) => inRoot('schemas', 'catalog', ...parts);

/** Makes every generated file afresh; a service that AWS dropped loses its file. */
export async function makeCatalog(): Promise<void> {
  fetchPackages();
  const services = readServices();
  checkRcpServices();
  for (const folder of ['services', 'texts']) {
    rmSync(fileOf(folder), { recursive: true, force: true });
    mkdirSync(fileOf(folder), { recursive: true });
  }
  for (const service of services) {
    write(path.join('services', `${service.prefix}.json`), service);
    write(path.join('texts', `${service.prefix}.json`), readTexts(iamData.folder, service.prefix));
  }
  const sts = services.find(({ prefix }) => prefix === 'sts');
  if (!sts) throw new Error('The AWS data has no sts.');
  write('federation-keys.json', {
    keys: federationKeys(sts, readJson(fileOf('curated', 'federation.json'))),
  });
  write('partitions.json', { partitions: await readPartitions(awsSdkCore.folder) });
  write('provenance.json', { date: iamData.date, sources: provenance(fileOf) });
  const actions = services.reduce((sum, service) => sum + service.actions.length, 0);
  console.log(`${services.length} services with ${actions} actions, AWS data of ${iamData.date}.`);
}

function readServices(): readonly ServiceRecord[] {
  const namesFile = path.join(iamData.folder, 'data', 'serviceNames.json');
  const names = asObject(readJson(namesFile), namesFile);
  const whole = asObject(
    asObject(readJson(fileOf('curated', 'service-names.json')), 'service-names.json').names,
    'names',
  );
  const nameOf = (prefix: string) => asString(whole[prefix] ?? names[prefix], prefix);
  const pageOf = readPages(iamFloyd.folder);
  const services = servicePrefixes(iamData.folder).map((prefix) =>
    readService(iamData.folder, prefix, nameOf(prefix), pageOf(prefix)),
  );
  const older = new Set(servicePrefixes(olderIamData.folder));
  return addNeeds(services, (prefix) =>
    older.has(prefix) ? readNeeds(olderIamData.folder, prefix) : undefined,
  );
}

/** The curated list cites AWS; that the package agrees shows that neither has gone stale alone. */
function checkRcpServices(): void {
  const packaged = readJson(path.join(iamData.folder, 'data', 'rcpSupportedServices.json'));
  const curated = asObject(readJson(fileOf('curated', 'rcp-services.json')), 'rcp-services.json');
  const theirs = new Set(asStrings(packaged, 'rcpSupportedServices.json'));
  const ours = new Set(asStrings(curated.services, 'rcp-services.json'));
  const odd = [...theirs, ...ours].filter((prefix) => theirs.has(prefix) !== ours.has(prefix));
  if (odd.length > 0) console.warn(`curated/rcp-services.json and iam-data differ in ${odd.join(', ')}.`);
}

function write(name: string, value: object): void {
  writeFileSync(fileOf(name), writeLines(value));
}

runAsTask(import.meta.url, async () => {
  await makeCatalog();
  await makeCloudFormation();
});
