// Edits in HCL that replace: each is applied, and the text it leaves is drawn.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { parseEmbeddedJson } from '../../../server/src/syntax/json/json';
import { type Plain, property } from '../../../server/src/syntax/node';
import { place, plainIn } from './place';

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
