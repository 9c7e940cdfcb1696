// JSON → Nodes: what is read of whole, broken and hostile texts, and where.

import * as fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { parseEmbeddedJson, parseJson } from '../../server/src/syntax/json/json';
import { Token } from '../../server/src/syntax/json/tokens';
import type { Node, StringNode, Tree } from '../../server/src/syntax/node';
import { outline } from '../support/outline';

const read = (text: string): Tree => parseJson(text, { comments: false });
const outlineOf = (text: string): string => read(text).roots.map(outline).join(' ');

describe('whole texts', () => {
  it.each([
    ['{"a": [1, "x", true, null]}', '{a: [1, x, true, null]}'],
    ['{"a": 1, "a": 2}', '{a: 1, a: 2}'],
    ['{"__proto__": {"constructor": 1}}', '{__proto__: {constructor: 1}}'],
    ['\ufeff{"a": 1}\r\n', '{a: 1}'],
    ['{"id": 012345678901}', '{id: 012345678901}'],
  ])('%s', (text, expected) => {
    expect(outlineOf(text)).toBe(expected);
  });

  it('reads comments in JSONC, and calls them a problem in JSON', () => {
    const text = '{"a": 1, // why\n}';
    expect(parseJson(text, { comments: true }).problems).toEqual([]);
    expect(read(text).problems.map((problem) => problem.message)).toEqual([
      'JSON that is sent to AWS cannot hold comments. Remove it.',
      'JSON allows no comma before }. Remove it.',
    ]);
  });
});

describe('half-typed texts keep what stands around the gap', () => {
  it.each([
    ['{"a": [1, "x" \n "b": {"c": "d"}, "e": 1}', '{a: [1, x], b: {c: d}, e: 1}'],
    ['{"S": [{"Action": [, "R": "*"}, {"E": "D"}]}', '{S: [{Action: [], R: *}, {E: D}]}'],
    ['{"S": [{"Effect": "Action": "x"}]}', '{S: [{Effect: ∅, Action: x}]}'],
    ['{"S": [{"E": 1, {"E": 2}]}', '{S: [{E: 1}, {E: 2}]}'],
    ['{"S": [{"E": 1}, {"E": 2', '{S: [{E: 1}, {E: 2}]}'],
    ['{"S": [{"A": [{"b": 1]}]}', '{S: [{A: [{b: 1}]}]}'],
    ['{"a": "s3:Get\n, "b": 1}', '{a: s3:Get, b: 1}'],
    ['{"Act', '{Act: ∅}'],
    ['{ Act', '{Act: ∅}'],
    ["{ 'a': Allow, b: 1 }", '{a: <a syntax error>, b: 1}'],
    ['{"a" 1, "b": 2}', '{a: ∅, b: 2}'],
    ['{"a" {"b": 1}, "c": [2]}', '{a: {b: 1}, c: [2]}'],
    ['[{"a"\n{"b": 1}]', '[{a: ∅}, {b: 1}]'],
    ['', ''],
    [']', ''],
  ])('%s', (text, expected) => {
    expect(outlineOf(text)).toBe(expected);
    expect(read(text).problems.length).toBeGreaterThan(text === '' ? -1 : 0);
  });
});

describe('guards', () => {
  it('passes over what is nested too deep, and says so', () => {
    for (const bracket of ['[', '{"a":']) {
      const { problems } = read(bracket.repeat(100_000));
      expect(problems[0]?.message).toBe('This is nested more than 200 levels deep and is not read.');
    }
  });

  it('never throws, and keeps every span inside the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"',
      '\\',
      '1',
      'true',
      'x',
      '\n',
      '//',
      '/*',
      '\0',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const root of read(text).roots) checkSpans(root, { start: 0, end: text.length });
      }),
      { numRuns: 500 },
    );
  });
});

function checkSpans(node: Node, within: { readonly start: number; readonly end: number }): void {
  expect(node.span.start).toBeGreaterThanOrEqual(within.start);
  expect(node.span.end).toBeLessThanOrEqual(within.end);
  expect(node.span.end).toBeGreaterThanOrEqual(node.span.start);
  if (node.kind === 'array') for (const item of node.items) checkSpans(item, node.span);
  if (node.kind !== 'object') return;
  for (const { key, value } of node.properties) {
    checkSpans(key, node.span);
    if (value) checkSpans(value, node.span);
  }
}

describe('strings know where their characters are', () => {
  const stringIn = (text: string): StringNode => {
    const root = read(text).roots[0];
    if (root?.kind !== 'string') throw new Error(`${text} is no string`);
    return root;
  };

  it.each([
    ['"abc"', 1, 2, 'b'],
    ['"a\\nb"', 1, 2, '\\n'],
    ['"\\u0041bc"', 0, 1, '\\u0041'],
    ['"a\\"b\\\\c"', 2, 3, 'b'],
    ['"😀é"', 2, 3, 'é'],
    ['"abc', 0, 3, 'abc'],
    ['""', 0, 0, ''],
  ])('%s [%i, %i)', (text, from, to, expected) => {
    const { start, end } = stringIn(text).spanOf(from, to);
    expect(text.slice(start, end)).toBe(expected);
  });

  it('for any string, whole and in parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (value, a, b) => {
        const text = JSON.stringify(value);
        const from = Math.min(a % (value.length + 1), b % (value.length + 1));
        const to = Math.max(a % (value.length + 1), b % (value.length + 1));
        const { start, end } = stringIn(text).spanOf(from, to);
        expect(JSON.parse(`"${text.slice(start, end)}"`)).toBe(value.slice(from, to));
      }),
    );
  });
});

describe('JSON inside strings', () => {
  const inner = { Versioné: '2012-10-17', list: ['a"b', '😀', 1] };
  const embed = (written: string) => {
    const text = JSON.stringify({ Policy: written });
    const root = read(text).roots[0];
    const value = root?.kind === 'object' ? root.properties[0]?.value : undefined;
    const tree = value?.kind === 'string' ? parseEmbeddedJson(value) : undefined;
    return { text, tree };
  };

  it.each([
    ['escaped', JSON.stringify(inner, null, 1), '\\"2012-10-17\\"', '\\"a\\\\\\"b\\"'],
    ['URL-encoded', encodeURIComponent(JSON.stringify(inner)), '%222012-10-17%22', '%22a%5C%22b%22'],
  ])('%s: spans are of the outer text', (_, written, version, item) => {
    const { text, tree } = embed(written);
    const root = tree?.roots[0];
    expect(outline(root)).toBe('{Versioné: 2012-10-17, list: [a"b, 😀, 1]}');
    if (root?.kind !== 'object') throw new Error('no object');
    const [first, second] = root.properties;
    const list = second?.value?.kind === 'array' ? second.value.items : [];
    const shown = [first?.value, list[0]].map((node) => node && text.slice(node.span.start, node.span.end));
    expect(shown).toEqual([version, item]);
  });

  it('leaves other strings alone', () => {
    expect(embed('arn:aws:s3:::b').tree).toBeUndefined();
    expect(embed('%7B%ZZ').tree).toBeUndefined();
  });
});

it('numbers the tokens as jsonc-parser does', () => {
  const text = '{}[],:null true false "s" 1 //c\n/*b*/ x';
  const scanner = createScanner(text, true);
  const seen: number[] = [];
  for (let token: number = scanner.scan(); token !== Token.EndOfFile; token = scanner.scan())
    seen.push(token);
  const { OpenBrace, CloseBrace, OpenBracket, CloseBracket, Comma, Colon, Null, True, False, Unknown } =
    Token;
  const first = [OpenBrace, CloseBrace, OpenBracket, CloseBracket, Comma, Colon, Null, True, False];
  expect(seen).toEqual([...first, Token.String, Token.Number, Unknown]);
});
