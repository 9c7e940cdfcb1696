// Holds the committed files of schemas/catalog/ to their order and to having sources, so that their diffs can be read.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLines } from '../../scripts/catalog/json';
import { compareNames } from '../../scripts/catalog/order';
import { readCatalog } from '../../scripts/catalog/read';
import { testCatalog } from '../support/catalog';

const folder = path.join(import.meta.dirname, '..', '..', 'schemas', 'catalog');
const files = readCatalog(folder);
const isSorted = (names: readonly string[]) =>
  names.every((name, i) => i === 0 || compareNames(names[i - 1] ?? '', name) < 0);

describe('generated files', () => {
  it('are just as the generator writes them', () => {
    for (const kind of ['services', 'texts']) {
      for (const file of readdirSync(path.join(folder, kind))) {
        const text = readFileSync(path.join(folder, kind, file), 'utf8');
        if (writeLines(JSON.parse(text)) !== text) expect.fail(`${kind}/${file} was changed by hand`);
      }
    }
  });

  it('are sorted by name, without doubles', () => {
    for (const { prefix, actions, resourceTypes, conditionKeys } of files.services) {
      const lists = [
        actions.map(({ name }) => name),
        resourceTypes.map(({ name }) => name),
        conditionKeys.map(({ key }) => key),
      ];
      if (!lists.every(isSorted)) expect.fail(`services/${prefix}.json is not sorted`);
    }
    for (const [place, { actions, conditionKeys }] of files.texts.entries()) {
      if (!isSorted(Object.keys(actions)) || !isSorted(Object.keys(conditionKeys))) {
        expect.fail(`texts/${files.services[place]?.prefix}.json is not sorted`);
      }
    }
    expect(isSorted(files.federationKeys.map(({ key }) => key))).toBe(true);
    expect(isSorted(files.partitions.map(({ id }) => id))).toBe(true);
  });

  it('have one format in each ARN', () => {
    const arns = files.services.flatMap(({ resourceTypes }) => resourceTypes.flatMap((type) => type.arns));
    expect(arns.filter((arn) => /\s|.arn:/.test(arn))).toEqual([]);
  });

  it('say where they come from', () => {
    const { sources } = JSON.parse(readFileSync(path.join(folder, 'provenance.json'), 'utf8'));
    const rows: readonly Record<string, unknown>[] = sources;
    expect(rows.filter(({ source, licence, date, gives }) => !(source && licence && date && gives))).toEqual(
      [],
    );
    const curated = readdirSync(path.join(folder, 'curated')).map((file) => `curated/${file}`);
    expect(rows.map(({ source }) => source)).toEqual(expect.arrayContaining(curated));
  });
});

describe('curated files', () => {
  it('are sorted by name, without doubles', () => {
    expect(isSorted(files.globalKeys.map(({ key }) => key))).toBe(true);
    expect(isSorted(files.principals.map(({ principal }) => principal))).toBe(true);
    expect(isSorted(Object.keys(files.aliases))).toBe(true);
    expect(isSorted(files.operations.map(({ service, api }) => `${service}:${api}`))).toBe(true);
    expect(isSorted(Object.keys(files.renames))).toBe(true);
    expect(isSorted(files.rcpServices)).toBe(true);
  });

  it('name a source for each service principal', () => {
    expect(files.principals.filter(({ sources }) => !sources?.some(Boolean))).toEqual([]);
  });

  it('lead to what exists', () => {
    const catalog = testCatalog();
    const exists = (action: string) => {
      const [prefix = '', name = ''] = action.split(':');
      return catalog.service(prefix)?.action(name) !== undefined;
    };
    expect(files.operations.flatMap(({ actions }) => actions).filter((action) => !exists(action))).toEqual(
      [],
    );
    expect(files.operations.filter(({ service, api }) => exists(`${service}:${api}`))).toEqual([]);
    expect(Object.values(files.renames).filter((prefix) => !catalog.service(prefix))).toEqual([]);
    expect(Object.keys(files.renames).filter((prefix) => catalog.service(prefix))).toEqual([]);
    const plain = Object.entries(files.aliases).filter(([alias]) => !alias.includes('*'));
    expect(plain.filter(([, right]) => !right.every((name) => catalog.servicePrincipal(name)))).toEqual([]);
  });
});
