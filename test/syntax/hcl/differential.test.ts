// Our HCL parser against tree-sitter's grammar on valid text: the same blocks, names, values and spans.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { hclDocument } from './generate';
import { sketch } from './sketch';
import { texts } from './texts';
import { secondOpinion } from './treeSitter';

const RUNS = 1500;

/** Whether the other parser could read a valid text; where it could, both must say the same. */
function compare(text: string): boolean {
  const tree = parseHcl(text);
  expect(tree.problems).toEqual([]);
  const other = secondOpinion(text);
  if (other) expect(sketch(text, tree).join('\n')).toBe(other.join('\n'));
  return other !== undefined;
}

describe('our texts', () => {
  it.each([...texts])('%s', (_, text) => {
    expect(compare(text)).toBe(true);
  });

  it.each([...texts])('%s with other line breaks', (_, text) => {
    expect(compare(text.replaceAll('\n', '\r\n'))).toBe(true);
  });
});

/** Configurations of others, where they lie beside this folder. */
const corpus = path.join(import.meta.dirname, '../../../../shared/corpus/terraform');
const configurations = existsSync(corpus) ? readdirSync(corpus) : [];

it.each(configurations)('%s, of others', { timeout: 30_000 }, (name) => {
  expect(compare(readFileSync(path.join(corpus, name), 'utf8'))).toBe(true);
});

it('documents at random', { timeout: 30_000 }, () => {
  let compared = 0;
  fc.assert(
    fc.property(hclDocument, (text) => {
      if (compare(text)) compared++;
    }),
    { numRuns: RUNS },
  );
  expect(compared).toBeGreaterThan(RUNS * 0.8);
});
