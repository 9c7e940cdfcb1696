// Edits in HCL that add: each is applied, and the text it leaves is drawn.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import { type PropertyNode, property } from '../../../server/src/syntax/node';
import { listAt, objectAt } from './place';

describe('insertProperty', () => {
  it.each([
    ['first', 'a {\n  b = 1\n}', 'a {\n  k = "v"\n  b = 1\n}'],
    ['behind', 'a {\n  b = 1\n}', 'a {\n  b = 1\n  k = "v"\n}'],
    [
      'behind',
      'a {\n  b     = 1 # why\n  cdefg = 2\n}',
      'a {\n  b     = 1 # why\n  k     = "v"\n  cdefg = 2\n}',
    ],
    ['first', 'a { b = 1 }', 'a {\n  b = 1\n  k = "v"\n}'],
    ['first', 'x {\n\ta {}\n}', 'x {\n\ta {\n\t\tk = "v"\n\t}\n}'],
    ['first', 'a {\n}', 'a {\n  k = "v"\n}'],
    ['behind', 'a {\n  b {\n  }\n}', 'a {\n  b {\n  }\n  k = "v"\n}'],
    ['behind', 'a = { b = 1 }', 'a = { b = 1, k = "v" }'],
    ['first', 'a = { b = 1 }', 'a = { k = "v", b = 1 }'],
    ['first', 'a = {}', 'a = { k = "v" }'],
    ['first', 'a = {\n}', 'a = {\n  k = "v"\n}'],
    ['behind', 'a = {\n  b = 1,\n  c = 2\n}', 'a = {\n  b = 1,\n  k = "v"\n  c = 2\n}'],
    ['behind', 'a = jsonencode({\n  b = 1\n})', 'a = jsonencode({\n  b = 1\n  k = "v"\n})'],
    ['first', 'a {\r\n  b = 1\r\n}', 'a {\r\n  k = "v"\r\n  b = 1\r\n}'],
    ['behind', 'a {\n  b = <<E\nx\nE\n}', 'a {\n  b = <<E\nx\nE\n  k = "v"\n}'],
    ['behind', 'a = { b = <<E\nx\nE\n}', 'a = { b = <<E\nx\nE\nk = "v"\n}'],
    ['behind', 'a {\n  b = 1', 'a {\n  b = 1\n  k = "v"'],
  ])('%s in %j', (where, text, expected) => {
    const path = text.startsWith('x') ? ['x', 'a'] : ['a'];
    const { tree, object } = objectAt(text, ...path);
    const after = where === 'behind' ? property(object, 'b') : undefined;
    expect(applyEdits(text, [tree.writer.insertProperty(object, 'k', 'v', after)])).toBe(expected);
  });

  it('in the file', () => {
    const text = '# top\na = 1\nb {\n}\n';
    const { tree, object } = objectAt(text);
    const insert = (after?: PropertyNode): string =>
      applyEdits(text, [tree.writer.insertProperty(object, 'k', [1, 2], after)]);
    expect(insert()).toBe('# top\nk = [\n  1,\n  2,\n]\na = 1\nb {\n}\n');
    expect(insert(object.properties[1])).toBe('# top\na = 1\nb {\n}\nk = [\n  1,\n  2,\n]\n');
  });
});

describe('appendItem', () => {
  it.each([
    ['a = []', 'a = ["v"]'],
    ['a = [1]', 'a = [1, "v"]'],
    ['a = [1,]', 'a = [1, "v",]'],
    ['a = [\n  1\n]', 'a = [\n  1,\n  "v"\n]'],
    ['a = [\n  1,\n]', 'a = [\n  1,\n  "v",\n]'],
    ['a = [\n  1, # why\n]', 'a = [\n  1, # why\n  "v",\n]'],
    ['a = [\n  1 # why\n]', 'a = [\n  1, # why\n  "v"\n]'],
    ['a = [\r\n  1,\r\n]', 'a = [\r\n  1,\r\n  "v",\r\n]'],
    ['a = [<<E\nx\nE\n]', 'a = [<<E\nx\nE\n, "v"\n]'],
    ['a = [{\n  b = 1\n}]', 'a = [{\n  b = 1\n}, "v"]'],
  ])('%j', (text, expected) => {
    const { tree, list } = listAt(text);
    expect(applyEdits(text, [tree.writer.appendItem(list, 'v')])).toBe(expected);
  });
});
