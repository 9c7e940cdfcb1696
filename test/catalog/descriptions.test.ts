// Descriptions are loaded apart, only when asked for, and only when they belong to the core.
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../scripts/packCatalog';
import { openCatalog } from '../../server/src/catalog/catalog';

const packs = buildPacks();

describe('descriptions', () => {
  it('are not loaded before they are asked for, and once', () => {
    let loads = 0;
    const catalog = openCatalog(packs.core, {
      loadDescriptions: () => {
        loads++;
        return packs.text;
      },
    });
    expect(catalog.service('s3')?.action('GetObject')?.levels).toEqual(['Read']);
    expect(loads).toBe(0);
    expect(catalog.descriptions?.action('S3', 'getobject')).toBe(
      'Grants permission to retrieve objects from Amazon S3',
    );
    expect(catalog.descriptions?.conditionKey('S3:Prefix')).toBe('Filters access by key name prefix');
    expect(catalog.descriptions?.conditionKey('gitlab.com:sub')).toMatch(/^Subject of the token/);
    expect(loads).toBe(1);
  });

  it('are asked for again while the host has none', () => {
    let text: string | undefined;
    const catalog = openCatalog(packs.core, { loadDescriptions: () => text });
    expect(catalog.descriptions).toBeUndefined();
    text = packs.text;
    expect(catalog.descriptions?.action('iam', 'PassRole')).toMatch(/pass a role/i);
  });

  it('of another date are refused', () => {
    const other = packs.text.replace('2026-09-26', '2025-01-01');
    expect(openCatalog(packs.core, { loadDescriptions: () => other }).descriptions).toBeUndefined();
    expect(openCatalog(packs.core).descriptions).toBeUndefined();
  });

  it('are there for every action', () => {
    const catalog = openCatalog(packs.core, { loadDescriptions: () => packs.text });
    for (const { prefix } of catalog.services) {
      const without = catalog
        .service(prefix)
        ?.actions.filter(({ name }) => !catalog.descriptions?.action(prefix, name));
      expect(without).toEqual([]);
    }
  });
});
