// Where a cursor stands in JSON text, and what is written there. `$0` is the cursor.
import { describe, expect, it } from 'vitest';
import { parseEmbeddedJson, parseJson } from '../../server/src/syntax/json/json';
import { stringOf, type Tree, valueOf } from '../../server/src/syntax/node';
import { type Here, hereIn, showSlot, writeKey, writeString } from '../support/slotHere';

function here(marked: string, embeddedIn?: string): Here {
  return hereIn(marked, (text) => {
    const outer = parseJson(text, { comments: true });
    return embeddedIn === undefined ? outer : embedded(outer, embeddedIn);
  });
}

function embedded(outer: Tree, key: string): Tree {
  const string = valueOf(outer.roots[0], key);
  const tree = string?.kind === 'string' ? parseEmbeddedJson(string) : undefined;
  if (!tree) throw new Error(`Nothing is embedded behind ${key}.`);
  return tree;
}

describe('in a closed text', () => {
  it.each([
    ['{ "A": "on$0e" }', '{} A value ‹on› of ‹one›'],
    ['{ "A": "$0" }', '{} A value ‹› of ‹›'],
    ['{ "A": "$0one" }', '{} A value ‹› of ‹one›'],
    ['{ "A": "one$0" }', '{} A value ‹one› of ‹one›'],
    ['{ "A": "one"$0 }', 'nothing'],
    ['{ "A": $0"one" }', 'nothing'],
    ['{ "A": $0 }', '{} A value ‹› of ‹›'],
    ['{ "A":$0}', '{} A value ‹› of ‹›'],
    ['{ "A" $0: "one" }', 'nothing'],
    ['{ "A$0" }', '{} key ‹A› of ‹A"›'],
    ['{ "A$0": 1 }', '{} key ‹A› of ‹A"›'],
    ['{ $0 }', '{} key ‹› of ‹›'],
    ['{$0}', '{} key ‹› of ‹›'],
    ['{ "A": 1, $0 }', '{} key ‹› of ‹›'],
    ['{ "A": 1 $0 }', 'nothing'],
    ['{ "A": 1\n$0 }', '{} key ‹› of ‹›'],
    ['{ $0 "A": 1 }', '{} key ‹› of ‹›'],
    ['{ "A": 1$0 }', '{} A value ‹1› of ‹1›'],
    ['{ "A": tr$0ue }', '{} A value ‹tr› of ‹true›'],
    ['{ "A": [$0] }', '{} A [] value ‹› of ‹›'],
    ['{ "A": ["one", "t$0wo"] }', '{} A [] value ‹t› of ‹two›'],
    ['{ "A": ["one", $0"two"] }', '{} A [] value ‹› of ‹›'],
    ['{ "A": ["one"$0, "two"] }', 'nothing'],
    ['{ "A": ["one" $0, "two"] }', 'nothing'],
    ['{ "A": ["one"$0] }', 'nothing'],
    ['{ "A": ["one"]$0 }', 'nothing'],
    ['{ "A": [{ "B": "$0" }] }', '{} A [] {} B value ‹› of ‹›'],
    ['{ "A": [{ "B": 1 }, $0] }', '{} A [] value ‹› of ‹›'],
    ['{ "A": [{ "B": 1 }$0] }', 'nothing'],
    ['{ "A": {$0} }', '{} A {} key ‹› of ‹›'],
    ['{ "A": 1 }$0', 'nothing'],
    ['$0{ "A": 1 }', 'nothing'],
    ['{ "A": "a\\"b$0c" }', '{} A value ‹a"b› of ‹a\\"bc›'],
    ['{\r\n  "A": "one",\r\n  "B$0"\r\n}', '{} key ‹B› of ‹B"›'],
  ])('%s', (marked, expected) => {
    expect(showSlot(here(marked))).toBe(expected);
  });
});

describe('in a text that is being typed', () => {
  it.each([
    ['{ "A": "one', '$0', '{} A value ‹one› of ‹one›'],
    ['{ "A": "on', '$0e }', '{} A value ‹on› of ‹one›'],
    ['{ "A": ["one", ', '$0', '{} A [] value ‹› of ‹›'],
    ['{ "A": ["one', '$0]\n}', '{} A [] value ‹one› of ‹one›'],
    ['{ "A": ["on', '$0e, "two"]\n}', '{} A [] value ‹on› of ‹one›'],
    ['{ "A": "on', '$0e, "B": 1 }', '{} A value ‹on› of ‹one›'],
    ['{ "A": "one two', '$0', '{} A value ‹one two› of ‹one two›'],
    ['{ "A": { "B": [ ', '$0', '{} A {} B [] value ‹› of ‹›'],
    ['{ "A": { "B": 1 }', '$0', 'nothing'],
    ['{ "A": { "B": 1 }, ', '$0', '{} key ‹› of ‹›'],
    ['{ "A": [{ "B": 1, ', '$0', '{} A [] {} key ‹› of ‹›'],
    ['{ "A": [{ "B": 1, ', '$0\n  { "C": 2 }] }', '{} A [] {} key ‹› of ‹›'],
    ['{ "A": [{ "B": "', '$0\n  { "C": 2 }] }', '{} A [] {} B value ‹› of ‹›'],
    ['{ "A": [ "one"\n', '$0\n }', '{} A [] value ‹› of ‹›'],
    ['{ A', '$0 }', '{} key ‹A› of ‹A›'],
    ['{ A', '$0b', '{} key ‹A› of ‹Ab›'],
    ['{ "A": 1, b', '$0', '{} key ‹b› of ‹b›'],
    ['{ "A": on', '$0e }', '{} A value ‹on› of ‹one›'],
    ['{ "A":on', '$0e }', '{} A value ‹on› of ‹one›'],
    ['{ "A": s3:Get', '$0, "B": 1 }', '{} A value ‹s3:Get› of ‹s3:Get›'],
    ['{ "A": [s3:', '$0', '{} A [] value ‹s3:› of ‹s3:›'],
    ['{ "A": \'on', "$0e' }", "{} A value ‹on› of ‹'one'›"],
    ['{ "A":', '$0\n  "B": 1 }', '{} A value ‹› of ‹›'],
    ['{ "A', '$0\n  "B": 1 }', '{} key ‹A› of ‹A›'],
    ['{ "A', '$0', '{} key ‹A› of ‹A›'],
    ['{', '$0', '{} key ‹› of ‹›'],
    ['{ "A": "one', '$0\r\n}', '{} A value ‹one› of ‹one›'],
  ])('%s%s', (before, after, expected) => {
    expect(showSlot(here(before + after))).toBe(expected);
  });
});

describe('in comments', () => {
  it.each([
    ['{ // "A$0"\n }', 'nothing'],
    ['{ // A$0\n }', 'nothing'],
    ['{ /* A$0 */ }', 'nothing'],
    ['{ /* A */$0 }', '{} key ‹› of ‹›'],
    ['{ "A": /* , */ $0 }', '{} A value ‹› of ‹›'],
    ['{ "A": 1 /* , */ $0 }', 'nothing'],
  ])('%s', (marked, expected) => {
    expect(showSlot(here(marked))).toBe(expected);
  });
});

describe('a string is written', () => {
  it.each([
    ['{ "A": "on$0" }', '{ "A": "x" }'],
    ['{ "A": on$0e }', '{ "A": "x" }'],
    ['{ "A": \'on$0e\' }', '{ "A": "x" }'],
    ['{ "A": "on$0\n}', '{ "A": "x"\n}'],
    ['{ "A": "on$0 }', '{ "A": "x" }'],
    ['{ "A": "on$0, "B": 1 }', '{ "A": "x", "B": 1 }'],
    ['{ "A": "on$0\n "B": 1 }', '{ "A": "x",\n "B": 1 }'],
    ['{ "A": "on$0"\n "B": 1 }', '{ "A": "x",\n "B": 1 }'],
    ['{ "A": $0\n "B": 1 }', '{ "A": "x",\n "B": 1 }'],
    ['{ "A": ["one"\n $0\n] }', '{ "A": ["one",\n "x"\n] }'],
    ['{ "A": ["one"\n "$0"\n] }', '{ "A": ["one",\n "x"\n] }'],
    ['{ "A": ["one" // first\n "$0"\n] }', '{ "A": ["one", // first\n "x"\n] }'],
    ['{ "A": [$0"one"] }', '{ "A": ["x","one"] }'],
    ['{ "A": ["$0" "one"] }', '{ "A": ["x", "one"] }'],
    ['{ "A": [$0', '{ "A": ["x"'],
  ])('%s', (marked, expected) => {
    expect(writeString(here(marked), 'x')).toBe(expected);
  });

  it('with its escapes', () => {
    expect(writeString(here('{ "A": "$0" }'), 'a"b\\c')).toBe('{ "A": "a\\"b\\\\c" }');
  });
});

describe('a key is written', () => {
  it.each([
    ['{ $0 }', '{ "K": 1 }'],
    ['{ "$0" }', '{ "K": 1 }'],
    ['{ "$0', '{ "K": 1'],
    ['{ K$0', '{ "K": 1'],
    ['{ "$0": 2 }', '{ "K": 2 }'],
    ['{ "$0" : 2 }', '{ "K" : 2 }'],
    ['{ $0: 2 }', '{ "K": 2 }'],
    ['{ "$0"\n "B": 1 }', '{ "K": 1,\n "B": 1 }'],
    ['{ "$0"\n // more\n "B": 1 }', '{ "K": 1,\n // more\n "B": 1 }'],
    ['{ "A": 1\n "$0" }', '{ "A": 1,\n "K": 1 }'],
    ['{ "A": "a"\n $0\n}', '{ "A": "a",\n "K": 1\n}'],
    ['{ $0"B": 1 }', '{ "K": 1,"B": 1 }'],
  ])('%s', (marked, expected) => {
    expect(writeKey(here(marked), 'K', '1')).toBe(expected);
  });
});

describe('inside a string that holds JSON', () => {
  it('with its escapes', () => {
    const at = here('{ "Doc": "{\\n \\"A\\": \\"on$0e\\" }" }', 'Doc');
    expect(showSlot(at)).toBe('{} A value ‹on› of ‹one›');
    expect(writeString(at, 'x"y')).toBe('{ "Doc": "{\\n \\"A\\": \\"x\\\\\\"y\\" }" }');
  });

  it('with keys', () => {
    const at = here('{ "Doc": "{ \\"A\\": 1, \\"$0\\" }" }', 'Doc');
    expect(showSlot(at)).toBe('{} key ‹› of ‹\\"›');
    expect(writeKey(at, 'K', '2')).toBe('{ "Doc": "{ \\"A\\": 1, \\"K\\": 2 }" }');
  });

  it('without quotes', () => {
    const at = here('{ "Doc": "{ \\"A\\": $0 }" }', 'Doc');
    expect(writeString(at, 'x')).toBe('{ "Doc": "{ \\"A\\": \\"x\\" }" }');
  });

  it('behind URL encoding', () => {
    const at = here('{ "Doc": "%7B%22A%22%3A%22s3%3AGe$0%22%7D" }', 'Doc');
    expect(showSlot(at)).toBe('{} A value ‹s3:Ge› of ‹s3%3AGe›');
    const written = writeString(at, 's3:GetObject');
    expect(written).toBe('{ "Doc": "%7B%22A%22%3A%22s3%3AGetObject%22%7D" }');
    const doc = stringOf(parseJson(written, { comments: false }).roots[0], 'Doc') ?? '';
    expect(decodeURIComponent(doc)).toBe('{"A":"s3:GetObject"}');
  });
});
