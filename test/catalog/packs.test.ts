// Bounds on the packs: what is shipped, what is read at start, and how it is held in memory.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../scripts/packCatalog';
import { openCatalog } from '../../server/src/catalog/catalog';

const { core, text } = buildPacks();

describe('the packs', () => {
  it('are small', () => {
    expect(gzipSync(core, { level: 9 }).length).toBeLessThan(260_000);
    expect(gzipSync(core, { level: 9 }).length + gzipSync(text, { level: 9 }).length).toBeLessThan(600_000);
  });

  it('are ASCII, so that they take one byte a character', () => {
    expect(/[^\n\t -~]/.exec(core)).toBeNull();
    expect(/[^\n\t -~]/.exec(text)).toBeNull();
  });

  it('come out the same each time', () => {
    expect(buildPacks()).toEqual({ core, text });
  });

  it('open from the first line: the rest may be anything until it is asked for', () => {
    const header = core.slice(0, core.indexOf('\n') + 1);
    const catalog = openCatalog(header + '#'.repeat(core.length - header.length));
    expect(catalog.services).toHaveLength(456);
    expect(() => catalog.globalKeys).toThrow();
  });

  it('refuse a core of another build', () => {
    expect(() => openCatalog(core.replace('"format":1', '"format":0'))).toThrow(/another build/);
  });

  it('give a service the same entry each time', () => {
    const catalog = openCatalog(core);
    expect(catalog.service('s3')).toBe(catalog.service('S3'));
  });
});
