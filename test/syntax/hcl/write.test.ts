// Edits in HCL: each is applied, and the text it leaves is drawn.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { parseEmbeddedJson } from '../../../server/src/syntax/json/json';
import {
  type ArrayNode,
  type Node,
  type ObjectNode,
  type Plain,
  type PropertyNode,
  property,
  type Tree,
} from '../../../server/src/syntax/node';

interface Place {
  readonly text: string;
  readonly tree: Tree;
  readonly object: ObjectNode;
  readonly property: PropertyNode;
}

/** The property at a path of keys, with the object it is in. */
function place(text: string, ...path: readonly string[]): Place {
  const tree = parseHcl(text);
  let node: Node | undefined = tree.roots[0];
  let found: Place | undefined;
  for (const key of path) {
    const inner: Node | undefined = node?.kind === 'dynamic' ? node.call?.args[0] : node;
    const at = property(inner, key);
    if (inner?.kind !== 'object' || !at) throw new Error(`There is no ${key} in ${text}.`);
    found = { text, tree, object: inner, property: at };
    node = at.value;
  }
  if (!found) throw new Error('The path is empty.');
  return found;
}

function objectAt(
  text: string,
  ...path: readonly string[]
): { readonly tree: Tree; readonly object: ObjectNode } {
  const tree = parseHcl(text);
  const node = path.length === 0 ? tree.roots[0] : place(text, ...path).property.value;
  const object = node?.kind === 'dynamic' ? node.call?.args[0] : node;
  if (object?.kind !== 'object') throw new Error(`${path.join('.')} is no object.`);
  return { tree, object };
}

function listAt(text: string): { readonly tree: Tree; readonly list: ArrayNode } {
  const { tree, property: at } = place(text, 'a');
  if (at.value?.kind !== 'array') throw new Error('a is no list.');
  return { tree, list: at.value };
}

/** The value that a text gives its attribute `a`, plain. */
function plainIn(text: string): Plain | undefined {
  const { tree, property: at } = place(text, 'a');
  return at.value && tree.writer.plain(at.value);
}

function withValue(text: string, value: Plain, ...path: readonly string[]): string {
  const { tree, property: at } = place(text, ...path);
  return at.value ? applyEdits(text, [tree.writer.replaceValue(at.value, value)]) : text;
}

describe('replaceString', () => {
  const replaced = (text: string, value: string): string => {
    const { tree, property: at } = place(text, 'a');
    return at.value?.kind === 'string'
      ? applyEdits(text, [tree.writer.replaceString(at.value, value)])
      : text;
  };

  it.each([
    ['a = "x"', 'y', 'a = "y"'],
    ['a = "x"', 'a"\\\n${b}%{c}\u0001', 'a = "a\\"\\\\\\n$${b}%%{c}\\u0001"'],
    ['a = "x', 'y', 'a = "y"'],
    ['a = <<E\nx\nE\n', 'y\n${z}\n', 'a = <<E\ny\n$${z}\nE\n'],
    ['b {\n}\na = <<-E\n    x\n  E\n', 'y\n\n  z\n', 'b {\n}\na = <<-E\n    y\n\n      z\n  E\n'],
    ['a = <<-E\r\n  x\r\n  E\r\n', 'y\nz\n', 'a = <<-E\r\n  y\r\n  z\r\n  E\r\n'],
    ['a = <<E\nx\nE\n', 'no line break', 'a = "no line break"\n'],
    ['a = <<E\nx\nE\n', 'E\n', 'a = "E\\n"\n'],
    ['a = <<-E\n  x\n  E\n', ' y\n', 'a = " y\\n"\n'],
  ])('%j → %j', (text, value, expected) => {
    expect(replaced(text, value)).toBe(expected);
  });

  it('any text, in any form', () => {
    const forms = fc.constantFrom('a = "x"\n', 'a = <<E\nx\nE\n', 'b {\n}\na = <<-E\n  x\n  E\n');
    const piece = fc.constantFrom(
      'x',
      '"',
      '\\',
      '\n',
      '$',
      '{',
      '%',
      '}',
      ' ',
      'E',
      'é',
      '😀',
      '\t',
      '\u0000',
    );
    fc.assert(
      fc.property(forms, fc.array(piece), (text, pieces) => {
        // Where `$` or `%` is doubled already, HCL has no way to write what follows.
        const value = pieces.join('').replace(/([$%])\1+\{/g, '$1{');
        const written = replaced(text, value);
        expect(parseHcl(written).problems).toEqual([]);
        expect(plainIn(written)).toBe(value);
      }),
    );
  });

  it('pieces of a text with holes', () => {
    const text = 'a = "x${y}z"';
    const { tree, property: at } = place(text, 'a');
    const [first] = at.value?.kind === 'dynamic' ? (at.value.template ?? []) : [];
    if (first?.kind !== 'string') throw new Error('no piece');
    expect(applyEdits(text, [tree.writer.replaceString(first, 'q"')])).toBe('a = "q\\"${y}z"');
  });
});

describe('replaceValue', () => {
  it.each<[string, Plain, string]>([
    ['a = 1', [], 'a = []'],
    ['a = 1', {}, 'a = {}'],
    ['a = 1', ['x'], 'a = ["x"]'],
    ['a = 1', ['x', 'y'], 'a = [\n  "x",\n  "y",\n]'],
    ['a = "x"', null, 'a = null'],
    ['a = (1)', true, 'a = (true)'],
    ['a = 1', { b: 1, 'c:d': 2 }, 'a = {\n  b     = 1\n  "c:d" = 2\n}'],
    ['a = 1', { b: { c: 1 }, for: 2 }, 'a = {\n  b = {\n    c = 1\n  }\n  "for" = 2\n}'],
    ['a = 1', [{ b: ['x', 'y'] }], 'a = [{\n  b = [\n    "x",\n    "y",\n  ]\n}]'],
  ])('%j with %j', (text, value, expected) => {
    expect(withValue(text, value, 'a')).toBe(expected);
  });

  it('in the indentation and the line breaks that are there', () => {
    const text = 'b {\r\n\ta = 1\r\n}\r\n';
    expect(withValue(text, { c: [1, 2] }, 'b', 'a')).toBe(
      'b {\r\n\ta = {\r\n\t\tc = [\r\n\t\t\t1,\r\n\t\t\t2,\r\n\t\t]\r\n\t}\r\n}\r\n',
    );
  });

  it('any value is read as it was', () => {
    const { tree: plain } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.boolean(), tie('list'), tie('object')),
      list: fc.array(tie('tree'), { maxLength: 4 }),
      object: fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(plain, (value) => {
        const json: Plain = JSON.parse(JSON.stringify(value).replace(/([$%])+(?=\{)/g, '$1'));
        const written = withValue('a = 1', json, 'a');
        expect(parseHcl(written).problems).toEqual([]);
        expect(JSON.stringify(plainIn(written))).toBe(JSON.stringify(json));
      }),
    );
  });
});

describe('renameKey', () => {
  it.each([
    ['a = { b = 1 }', 'c', 'a = { c = 1 }'],
    ['a = { b = 1 }', 'c:d', 'a = { "c:d" = 1 }'],
    ['a = { "b" = 1 }', 'c', 'a = { "c" = 1 }'],
    ['a = { "b" : 1 }', '${c}', 'a = { "$${c}" : 1 }'],
    ['a = jsonencode({ b = 1 })', 'c', 'a = jsonencode({ c = 1 })'],
    ['a {\n  b = 1\n}', 'c', 'a {\n  c = 1\n}'],
    ['a {\n  b {\n  }\n}', 'c', 'a {\n  c {\n  }\n}'],
    ['a "b" {\n}', 'c', 'a "c" {\n}'],
  ])('%j to %s', (text, key, expected) => {
    const { tree, property: at } = place(text, 'a', 'b');
    expect(applyEdits(text, [tree.writer.renameKey(at, key)])).toBe(expected);
  });
});

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

describe('JSON inside a string', () => {
  const policy = '{ "Effect": "allow", "Sid": "x" }';

  it.each([
    [`a = <<E\n${policy}\nE\n`],
    [`b {\n}\na = <<-E\n  ${policy}\n  E\n`],
    [`a = "${policy.replaceAll('"', '\\"')}"\n`],
  ])('%j: edits are written in the string’s own way', (text) => {
    const value = place(text, 'a').property.value;
    const inner = value?.kind === 'string' ? parseEmbeddedJson(value) : undefined;
    const effect = property(inner?.roots[0], 'Effect')?.value;
    const root = inner?.roots[0];
    if (!inner || effect?.kind !== 'string' || root?.kind !== 'object') throw new Error('no policy');
    const last = root.properties.at(-1);
    const written = applyEdits(text, [
      inner.writer.replaceString(effect, 'A"${b}'),
      inner.writer.insertProperty(root, 'Key', [1], last),
    ]);
    const json = plainIn(written);
    expect(JSON.parse(typeof json === 'string' ? json : '')).toEqual({
      Effect: 'A"${b}',
      Sid: 'x',
      Key: [1],
    });
  });
});

it('gives plain values, of what is known', () => {
  expect(plainIn('a = { b = [1, "x", true, null], "c:d" = -1.5 }')).toEqual({
    b: [1, 'x', true, null],
    'c:d': -1.5,
  });
  expect(plainIn('a = { b = var.x }')).toBeUndefined();
  expect(plainIn('a = { (var.x) = 1 }')).toBeUndefined();
});
