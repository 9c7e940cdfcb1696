// Edits in HCL that take away: each is applied, and the text it leaves is drawn.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, conflicts } from '../../../server/src/base/edit';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import type { Node } from '../../../server/src/syntax/node';
import { listAt, place, plainIn } from './place';

describe('removeProperty', () => {
  it.each([
    ['a {\n  b = 1\n  c = 2\n}', 'a {\n  c = 2\n}'],
    ['a {\n  c = 2\n  b = 1 # why\n}', 'a {\n  c = 2\n}'],
    ['a {\n  c = 2\n\n  b {\n    d = 1\n  }\n\n  e = 3\n}', 'a {\n  c = 2\n\n  e = 3\n}'],
    ['a {\n  c = 2\n\n  b {\n    d = 1\n  }\n}', 'a {\n  c = 2\n}'],
    ['a { b = 1 }', 'a {  }'],
    ['a = {\n  b = 1,\n  c = 2,\n}', 'a = {\n  c = 2,\n}'],
    ['a = {\n  c = 2,\n  b = 1\n}', 'a = {\n  c = 2,\n}'],
    ['a = {\n  b = [\n    1,\n  ]\n  c = 2\n}', 'a = {\n  c = 2\n}'],
    ['a = { b = 1, c = 2 }', 'a = { c = 2 }'],
    ['a = { c = 2, b = 1 }', 'a = { c = 2 }'],
    ['a = { b = 1 }', 'a = {  }'],
    ['a {\r\n  b = 1\r\n  c = 2\r\n}\r\n', 'a {\r\n  c = 2\r\n}\r\n'],
    ['x = 1\n\na "b" {\n  c = 1\n}\n\ny = 2\n', 'x = 1\n\ny = 2\n'],
    ['x = 1\n\na "b" {\n  c = 1\n}\n', 'x = 1\n'],
    ['a = {\n  c = 2\n  b = <<E\nx\nE\n}', 'a = {\n  c = 2\n}'],
  ])('%j without b', (text, expected) => {
    const { tree, object, property: at } = place(text, 'a', 'b');
    expect(applyEdits(text, [tree.writer.removeProperty(object, at)])).toBe(expected);
  });
});

describe('removeProperties', () => {
  it.each([
    ['a = { b = 1, c = 2, d = 3 }', 'bc', 'a = { d = 3 }'],
    ['a = { b = 1, c = 2, d = 3 }', 'cd', 'a = { b = 1 }'],
    ['a = {\n  b = 1\n  c = 2\n  d = 3\n}', 'bc', 'a = {\n  d = 3\n}'],
    ['a {\n  b = 1\n  c = 2\n  d = 3\n}', 'bd', 'a {\n  c = 2\n}'],
  ])('%j without %s', (text, keys, expected) => {
    const { tree, object } = place(text, 'a', 'b');
    const gone = object.properties.filter(({ key }) => keys.includes(key.value));
    const edits = tree.writer.removeProperties(object, gone);
    expect(conflicts(edits)).toBe(false);
    expect(applyEdits(text, edits)).toBe(expected);
  });
});

describe('removeItems', () => {
  const remove = (text: string, isGone: (item: Node, index: number) => boolean): string => {
    const { tree, list } = listAt(text);
    return applyEdits(text, tree.writer.removeItems(list, list.items.filter(isGone)));
  };

  it.each([
    ['a = [\n  1, # one\n  2, # two\n  3  # three\n]', 'a = [\n  1, # one\n  3  # three\n]'],
    ['a = [\n  1, # one\n  2  # two\n]', 'a = [\n  1, # one\n]'],
    ['a = [1, 2, 3]', 'a = [1, 3]'],
    ['a = [2, 3]', 'a = [3]'],
    ['a = [1, 2,]', 'a = [1]'],
    ['a = [\n  2\n  , 3\n]', 'a = [\n  3\n]'],
    ['a = [2]', 'a = []'],
  ])('%j without 2', (text, expected) => {
    expect(remove(text, (item) => item.kind === 'number' && item.value === 2)).toBe(expected);
  });

  it('leaves the items that stay, whichever go', () => {
    const gap = fc.constantFrom(' ', '\n  ', ' # why\n  ', '\n\n  ');
    fc.assert(
      fc.property(
        fc.array(gap, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.boolean(),
        (gaps, mask, trails) => {
          const first = gaps[0]?.includes('\n') ? '\n  ' : '';
          const items = gaps.map((each, index) => (index === 0 ? first : `,${each}`) + index);
          const text = `a = [${items.join('')}${trails ? ',' : ''}${first && '\n'}]`;
          const isGone = (index: number): boolean => ((mask >> index) & 1) === 1;
          const written = remove(text, (_, index) => isGone(index));
          expect(parseHcl(written).problems).toEqual([]);
          expect(plainIn(written)).toEqual(gaps.map((_, index) => index).filter((index) => !isGone(index)));
        },
      ),
    );
  });
});
