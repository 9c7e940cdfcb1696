// Edits in YAML: each is applied, and the text it leaves is drawn.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyEdits, conflicts } from '../../../server/src/base/edit';
import type { ArrayNode, Node, ObjectNode, Plain, PropertyNode, Tree } from '../../../server/src/syntax/node';
import { isPlain, writeText } from '../../../server/src/syntax/yaml/write/quote';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';

/** The property that a path of keys and indexes leads to, with the object that has it. */
function find(tree: Tree, path: string): { readonly object: ObjectNode; readonly property: PropertyNode } {
  let node: Node | undefined = tree.roots[0];
  let found: { readonly object: ObjectNode; readonly property: PropertyNode } | undefined;
  for (const step of path.split('.')) {
    if (node?.kind === 'array') node = node.items[Number(step)];
    if (node?.kind !== 'object') continue;
    const object: ObjectNode = node;
    const property = object.properties.find(({ key }) => key.value === step);
    if (!property) continue;
    found = { object, property };
    node = property.value;
  }
  if (!found) throw new Error(`There is no ${path}.`);
  return found;
}

function arrayAt(tree: Tree, path: string): ArrayNode {
  const root = tree.roots[0];
  if (path === '' && root?.kind === 'array') return root;
  const { value } = find(tree, path).property;
  if (value?.kind !== 'array') throw new Error(`${path} is no list.`);
  return value;
}

function objectAt(tree: Tree, path: string): ObjectNode {
  const root = tree.roots[0];
  const node = path === '' ? root : find(tree, path).property.value;
  const object = node?.kind === 'array' ? node.items[0] : node;
  if (object?.kind !== 'object') throw new Error(`${path} is no object.`);
  return object;
}

describe('replaceString', () => {
  it.each([
    ['a: s3:GetObjekt # why', 's3:GetObject', 'a: s3:GetObject # why'],
    ["a: 's3:x'", "it's", "a: 'it''s'"],
    ['a: "s3:x"', 'a"b', 'a: "a\\"b"'],
    ['a: s3:Get', '*', 'a: "*"'],
    ["b: ''\na: s3:Get", '*', "b: ''\na: '*'"],
    ['a: s3:Get', 's3:*', 'a: s3:*'],
    ['a: s3:Get', 'a: b', 'a: "a: b"'],
    ['a: x', '2012-10-17', 'a: "2012-10-17"'],
    ['a: x', '012345678901', 'a: "012345678901"'],
    ['a: x', 'no', 'a: "no"'],
    ['a: x', '', 'a: ""'],
    ['a: x', 'arn:aws:s3:::b/*', 'a: arn:aws:s3:::b/*'],
    ['a: [x, y]', 'arn:aws:s3:::${b}', 'a: ["arn:aws:s3:::${b}", y]'],
    ['a: one\n  two # c', 'x', 'a: x # c'],
    ['a: |\n  x\nb: 1', 'z', 'a: z\nb: 1'],
    ['a: |-\n    x\n    z\nb: 1', 'x\ny\n', 'a: |\n    x\n    y\nb: 1'],
    ['a: |\r\n  x\r\n\r\n  z\r\nb: 1', 'x\ny', 'a: |-\r\n  x\r\n  y\r\nb: 1'],
    ['a: "open', 'x', 'a: "x"'],
  ])('%j with %j', (text, value, expected) => {
    const tree = parseYaml(text);
    const { property } = find(tree, 'a');
    const node = property.value?.kind === 'array' ? property.value.items[0] : property.value;
    if (node?.kind !== 'string') throw new Error('a is no string.');
    expect(applyEdits(text, [tree.writer.replaceString(node, value)])).toBe(expected);
  });
});

describe('replaceValue', () => {
  const both: Plain = ['a', '*'];
  it.each<[string, string, Plain, string]>([
    ['k: a # why', 'k', both, 'k:\n  - a\n  - "*" # why'],
    ['x:\n- 1\nk: a', 'k', both, 'x:\n- 1\nk:\n- a\n- "*"'],
    ['k: [a]', 'k', both, 'k:\n  - a\n  - "*"'],
    ['k:\n  - a\n  - b\nl: 1', 'k', 'x', 'k: x\nl: 1'],
    ['k:\n- a\nl: 1', 'k', 'x', 'k: x\nl: 1'],
    ['k: # why\n- a\nl: 1', 'k', 'x', 'k: # why\n  x\nl: 1'],
    ['k: &n\n- a\nl: 1', 'k', both, 'k: &n\n- a\n- "*"\nl: 1'],
    ['k:\n  - a: 1\n    b: 2\n', 'k', { c: 1 }, 'k:\n  c: 1\n'],
    ['- k: "*"\n  l: 1', '0.k', { AWS: '*' }, '- k:\n    AWS: "*"\n  l: 1'],
    [
      'r:\n    s:\n        - k: 1\n',
      'r.s.0.k',
      { AWS: ['a', 'b'] },
      'r:\n    s:\n        - k:\n              AWS:\n                  - a\n                  - b\n',
    ],
    ['{k: a}', 'k', { b: both }, '{k: { b: [a, "*"] }}'],
    ['{"k": "a", "l": 1}', 'k', { b: both }, '{"k": { "b": ["a", "*"] }, "l": 1}'],
    ['k: 012345678901', 'k', '012345678901', 'k: "012345678901"'],
    ['k: 12', 'k', true, 'k: true'],
    ['k: {a: 1}', 'k', {}, 'k: {}'],
    ['k:\r\n  - a\r\nl: 1', 'k', both, 'k:\r\n  - a\r\n  - "*"\r\nl: 1'],
    ['k: !Sub x', 'k', 'z', 'k: z'],
    ['k: a', 'k', { b: [], c: null }, 'k:\n  b: []\n  c: null'],
  ])('%j: %s becomes %j', (text, path, value, expected) => {
    const tree = parseYaml(text);
    const node = find(tree, path).property.value;
    if (!node) throw new Error('There is no value.');
    expect(applyEdits(text, [tree.writer.replaceValue(node, value)])).toBe(expected);
  });

  it('goes to the anchor', () => {
    const text = 'base: &b\n  a: x\nuse: *b\n';
    const tree = parseYaml(text);
    const node = find(tree, 'use.a').property.value;
    if (!node) throw new Error('There is no value.');
    expect(applyEdits(text, [tree.writer.replaceValue(node, 'z')])).toBe('base: &b\n  a: z\nuse: *b\n');
  });
});

describe('removeProperty', () => {
  it.each([
    ['a: 1\nb: 2\nc: 3\n', 'a', 'b: 2\nc: 3\n'],
    ['a: 1\nb: 2 # two\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['a: 1\nb:\n  - 2\n  - 3\n\nc: 3\n', 'b', 'a: 1\n\nc: 3\n'],
    ['a: 1\nb: 2', 'b', 'a: 1'],
    ['a: 1\r\nb: 2\r\nc: 3\r\n', 'b', 'a: 1\r\nc: 3\r\n'],
    ['a: 1\r\nb: 2', 'b', 'a: 1'],
    ['s:\n  - a: 1\n    b: 2\n', 's.0.a', 's:\n  - b: 2\n'],
    ['s:\n  - a: 1\n    # two\n    b: 2\n', 's.0.a', 's:\n  - # two\n    b: 2\n'],
    ['s:\n  - a: 1\n    b: 2\n', 's.0.b', 's:\n  - a: 1\n'],
    ['s:\n  - a: 1\nt: 1\n', 's.0.a', 's:\n  - {}\nt: 1\n'],
    ['s:\n  a: 1\nt: 1\n', 's.a', 's: {}\nt: 1\n'],
    ['s: {a: 1, b: 2}\n', 's.a', 's: {b: 2}\n'],
    ['s: {a: 1, b: 2}\n', 's.b', 's: {a: 1}\n'],
    ['s: {a: 1}\n', 's.a', 's: {}\n'],
    ['b: |\n  x\n\n  y\na: 1\n', 'b', 'a: 1\n'],
    ['a: 1\nb: "x\n  y" # c\nd: 1\n', 'b', 'a: 1\nd: 1\n'],
    ['a: &x\n  c: 1\n  d: 2\nb:\n  <<: *x\n  e: 1\n', 'b.c', 'a: &x\n  d: 2\nb:\n  <<: *x\n  e: 1\n'],
  ])('%j without %s', (text, path, expected) => {
    const tree = parseYaml(text);
    const { object, property } = find(tree, path);
    expect(applyEdits(text, [tree.writer.removeProperty(object, property)])).toBe(expected);
  });
});

describe('removeProperties', () => {
  it.each([
    ['s:\n  a: 1\n  b: 2\n  c: 3\n', ['s.a', 's.b'], 's:\n  c: 3\n'],
    ['s:\n  a: 1\n  b: 2 # two\n  c: 3\n', ['s.b', 's.c'], 's:\n  a: 1\n'],
    ['s:\n  a: 1\n  b: 2\nt: 1\n', ['s.a', 's.b'], 's: {}\nt: 1\n'],
    ['s: {a: 1, b: 2, c: 3}\n', ['s.a', 's.b'], 's: {c: 3}\n'],
    ['s: {a: 1, b: 2, c: 3}\n', ['s.b', 's.c'], 's: {a: 1}\n'],
  ])('%j without %j', (text, paths, expected) => {
    const tree = parseYaml(text);
    const found = paths.map((path) => find(tree, path));
    const object = found[0]?.object;
    if (!object) throw new Error('There is nothing to remove.');
    const gone = found.map(({ property }) => property);
    const edits = tree.writer.removeProperties(object, gone);
    expect(conflicts(edits)).toBe(false);
    expect(applyEdits(text, edits)).toBe(expected);
  });
});

describe('removeItems', () => {
  it.each([
    ['- a\n- b # two\n- c\n', [1], '- a\n- c\n'],
    ['- a\n- b\n- c', [2], '- a\n- b'],
    ['- a\n- b\n- c', [0, 1, 2], '[]'],
    ['k:\n  - a\n  - b\n', [0, 1], 'k: []\n'],
    ['- - a\n  - b\n  - c\n', [0, 1], '- - c\n'],
    ['- a: 1\n  b: 2\n- c: 1\n', [0], '- c: 1\n'],
    ['-\n  a: 1\n- !Ref c\n- d\n', [0, 1], '- d\n'],
    ['[a, b, c]\n', [0, 2], '[b]\n'],
    ['k: [a, b]\n', [0, 1], 'k: []\n'],
    ['k:\r\n- a\r\n- b\r\n', [0], 'k:\r\n- b\r\n'],
  ])('%j without %j', (text, indexes, expected) => {
    const tree = parseYaml(text);
    const root = tree.roots[0];
    let array = root?.kind === 'object' ? arrayAt(tree, 'k') : arrayAt(tree, '');
    const inner = array.items[0];
    if (inner?.kind === 'array') array = inner;
    const gone = array.items.filter((_, index) => indexes.includes(index));
    expect(applyEdits(text, tree.writer.removeItems(array, gone))).toBe(expected);
  });

  it('leaves the items that stay, whichever go', () => {
    const lists = fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 1, maxLength: 6 });
    const styles = fc.constantFrom('block', 'indented', 'flow');
    fc.assert(
      fc.property(lists, fc.nat(), styles, (list, mask, style) => {
        const indent = style === 'indented' ? '  ' : '';
        const body =
          style === 'flow' ? ` [${list.join(', ')}]` : list.map((n) => `\n${indent}- ${n} # it`).join('');
        const text = `list:${body}\nrest: 1\n`;
        const tree = parseYaml(text);
        const array = arrayAt(tree, 'list');
        const isGone = (index: number) => ((mask >> index) & 1) === 1;
        const gone = array.items.filter((_, index) => isGone(index));
        const left = list.filter((_, index) => !isGone(index));
        expect(parse(applyEdits(text, tree.writer.removeItems(array, gone)))).toEqual({
          list: left,
          rest: 1,
        });
      }),
    );
  });
});

describe('insertProperty', () => {
  it.each<[string, string, string | undefined, Plain, string]>([
    ['b: 1\n', '', undefined, '2012-10-17', 'k: "2012-10-17"\nb: 1\n'],
    ['b: 1 # one\nc: 2\n', '', 'b', 'v', 'b: 1 # one\nk: v\nc: 2\n'],
    ['b: 1', '', 'b', 'v', 'b: 1\nk: v'],
    ['s:\n  - b: 1\n    c: 2\n', 's', undefined, 'v', 's:\n  - k: v\n    b: 1\n    c: 2\n'],
    [
      's:\n  - b: 1\n    c: 2\n',
      's',
      'b',
      { AWS: ['a', 'b'] },
      's:\n  - b: 1\n    k:\n      AWS:\n        - a\n        - b\n    c: 2\n',
    ],
    ['s:\n- b: 1\n', 's', 'b', ['a'], 's:\n- b: 1\n  k:\n  - a\n'],
    ['s:\n  b:\n    - 1\n  c: 2\n', 's', 'b', 'v', 's:\n  b:\n    - 1\n  k: v\n  c: 2\n'],
    ['s: {}\n', 's', undefined, 'v', 's: { k: v }\n'],
    ['s: {b: 1, c: 2}\n', 's', 'b', ['*'], 's: {b: 1, k: ["*"], c: 2}\n'],
    ['{"b": 1}\n', '', 'b', 'v', '{"b": 1, "k": "v"}\n'],
    ['{\n  "b": 1\n}\n', '', undefined, 'v', '{\n  "k": "v",\n  "b": 1\n}\n'],
    ['b: 1\r\nc: 2\r\n', '', 'b', 'v', 'b: 1\r\nk: v\r\nc: 2\r\n'],
    ['b: |\n  x\nc: 1\n', '', 'b', 'v', 'b: |\n  x\nk: v\nc: 1\n'],
  ])('into %j at %j behind %s', (text, path, after, value, expected) => {
    const tree = parseYaml(text);
    const object = objectAt(tree, path);
    const before = object.properties.find(({ key }) => key.value === after);
    expect(applyEdits(text, [tree.writer.insertProperty(object, 'k', value, before)])).toBe(expected);
  });
});

describe('appendItem', () => {
  it.each<[string, Plain, string]>([
    ['k:\n  - a # one\nl: 1\n', 'b', 'k:\n  - a # one\n  - b\nl: 1\n'],
    ['k:\n- a\n', '*', 'k:\n- a\n- "*"\n'],
    ['k:\n- a: 1\n  b: 2', { c: 1, d: [1] }, 'k:\n- a: 1\n  b: 2\n- c: 1\n  d:\n  - 1'],
    ['k: [a]\n', 'b', 'k: [a, b]\n'],
    ['k: []\n', 'b', 'k: [b]\n'],
    ['k: [\n  a\n]\n', 'b', 'k: [\n  a,\n  b\n]\n'],
  ])('%j and %j', (text, value, expected) => {
    const tree = parseYaml(text);
    expect(applyEdits(text, [tree.writer.appendItem(arrayAt(tree, 'k'), value)])).toBe(expected);
  });
});

describe('renameKey', () => {
  it.each([
    ['a: 1', 'aws:SourceArn', 'aws:SourceArn: 1'],
    ["'a': 1", 'b', "'b': 1"],
    ['"a": 1', 'b', '"b": 1'],
    ['a: 1', '*', '"*": 1'],
  ])('%j to %s', (text, name, expected) => {
    const tree = parseYaml(text);
    expect(
      applyEdits(text, [
        tree.writer.renameKey(find(tree, text.replace(/\W.*|^\W/g, '') || 'a').property, name),
      ]),
    ).toBe(expected);
  });
});

describe('a text that is written', () => {
  it('is read as that text', () => {
    const unit = fc.constantFrom(
      'a',
      'Z',
      '0',
      '1',
      '-',
      '.',
      ':',
      ' ',
      '#',
      "'",
      '"',
      '\\',
      '*',
      '{',
      '}',
      '[',
      ']',
      ',',
      '\n',
      '~',
      'é',
      '=',
      '<',
      '?',
      '|',
      '>',
      '%',
      '@',
      '&',
      '!',
      '\t',
      '\u2028',
    );
    const texts = fc.oneof(
      fc.string({ unit, maxLength: 8 }),
      fc.constantFrom('yes', 'Null', 'off', '0x1F', '1e3', '1:30', '.inf', '2012-10-17'),
    );
    fc.assert(
      fc.property(texts, fc.boolean(), fc.constantFrom('"' as const, "'" as const), (text, inFlow, quote) => {
        const written = writeText(text, inFlow, quote);
        const version = isPlain(text, inFlow) ? '1.1' : '1.2';
        expect(parse(inFlow ? `[${written}, b]` : `- ${written}\n- b\n`, { version })).toEqual([text, 'b']);
      }),
      { numRuns: 500 },
    );
  });
});
