// Says where each part of the catalog comes from: one row for each source, packages and curated files alike.
import { asObject, asString, readJson } from './json';
import { packageSources } from './packages';
import type { SourceRecord } from './records';

const curated: readonly Omit<SourceRecord, 'date'>[] = [
  {
    source: 'curated/api-operations.json',
    licence: 'facts; sources named in the file',
    gives: 'API operations that are authorised by an action of another name',
  },
  {
    source: 'curated/federation.json',
    licence: 'facts from AWS documentation; our own wording',
    gives: 'claims that AWS maps for every web identity provider',
  },
  {
    source: 'curated/global-keys.json',
    licence: 'facts from AWS documentation; our own wording',
    gives: 'global condition keys, their types and descriptions',
  },
  {
    source: 'curated/rcp-services.json',
    licence: 'facts from AWS documentation',
    gives: 'services that resource control policies can restrict',
  },
  {
    source: 'curated/service-names.json',
    licence: 'facts from AWS documentation',
    gives: 'names of services that AWS documents in several parts',
  },
  {
    source: 'curated/service-principal-aliases.json',
    licence: 'our own',
    gives: 'wrong spellings of service principals',
  },
  {
    source: 'curated/service-principals.json',
    licence: 'facts; sources named with each principal',
    gives: 'service principals and where each has been seen',
  },
  {
    source: 'curated/service-renames.json',
    licence: 'facts; awslabs/iam-policy-autopilot is Apache-2.0',
    gives: 'SDK client names and the action prefixes that they stand for',
  },
];

/** `fileOf` gives the path of a file of schemas/catalog/. */
export function provenance(fileOf: (name: string) => string): readonly SourceRecord[] {
  const files = curated.map((row) => {
    const { date } = asObject(readJson(fileOf(row.source)), row.source);
    return { source: row.source, licence: row.licence, date: asString(date, row.source), gives: row.gives };
  });
  return [...packageSources(), ...files];
}
