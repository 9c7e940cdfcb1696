// Where a cursor stands in YAML text, and what is written there. `$0` is the cursor.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import type { Slot } from '../../../server/src/syntax/node';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';
import { type Here, hereIn, showSlot } from '../../support/slotHere';

const here = (marked: string): Here => hereIn(marked, parseYaml);

/** `{} Action [] value ‹s3:Ge› of ‹s3:GetObject›`; ` or …` where there is another reading. */
function show(at: Here): string {
  const other = at.slot?.alternative;
  return other ? `${showSlot(at)} or ${other.path.length} ${other.at}` : showSlot(at);
}

/** As an editor does it: new lines are indented as much as the line of the cursor. */
function write({ text, slot }: Here, written: (slot: Slot) => string | undefined): string {
  if (!slot) return 'nothing';
  const line = text.slice(text.lastIndexOf('\n', slot.replace.start - 1) + 1, slot.replace.start);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const inserted = (written(slot) ?? 'nothing').replaceAll('\n', `\n${indent}`);
  return applyEdits(text, [{ span: slot.replace, text: inserted }, ...slot.commas]);
}

describe('behind a colon', () => {
  it.each([
    ['A: $0', '{} A value ‹› of ‹›'],
    ['A:$0', '{} A value ‹› of ‹›'],
    ['A: $0\nB: 1', '{} A value ‹› of ‹›'],
    ['A: $0 # why', '{} A value ‹› of ‹›'],
    ['A: on$0e', '{} A value ‹on› of ‹one›'],
    ['A: $0one', '{} A value ‹› of ‹one›'],
    ['A: one$0 # why', '{} A value ‹one› of ‹one›'],
    ['A: one $0# why', 'nothing'],
    ['A: "on$0e"', '{} A value ‹on› of ‹one›'],
    ["A: 'it''s$0'", "{} A value ‹it's› of ‹it''s›"],
    ['A: "a\\tb$0c"', '{} A value ‹a\tb› of ‹a\\tbc›'],
    ['A: "one"$0', 'nothing'],
    ['A: "on$0', '{} A value ‹on› of ‹on›'],
    ['A: "on$0\nB: 1', '{} A value ‹on› of ‹on›'],
    ['A: "$0\n  B: "c"', '{} A value ‹› of ‹›'],
    ['A: *$0', '{} A value ‹*› of ‹*›'],
    ['A: s3:$0', '{} A value ‹s3:› of ‹s3:›'],
    ['A: s3:$0\nB: 1', '{} A value ‹s3:› of ‹s3:›'],
    ['A: tr$0ue', '{} A value ‹tr› of ‹true›'],
    ['A: $0\n  - x', 'nothing'],
    ['A: !Sub "a$0b"', '{} A {} Fn::Sub value ‹a› of ‹ab›'],
    ['A: !Sub $0', '{} A {} Fn::Sub value ‹› of ‹›'],
    ['A: !Su$0b x', 'nothing'],
    ['A:\n  - !Sub "a$0b"', '{} A [] {} Fn::Sub value ‹a› of ‹ab›'],
    ['A:\n  - !S$0ub "ab"', 'nothing'],
    ['A: !If\n  - c\n  - on$0e', '{} A {} Fn::If [] {} key ‹on› of ‹one› or 5 value'],
    ['A: [!Sub "a$0b", c]', '{} A [] {} Fn::Sub value ‹a› of ‹ab›'],
    ['A: {B: !Ref c$0}', '{} A {} B {} Ref value ‹c› of ‹c›'],
    ['A: |\n  te$0xt', 'nothing'],
    ['A: - x$0', '{} A [] value ‹x› of ‹x›'],
    ['- A: on$0e\n  B: 1', '[] {} A value ‹on› of ‹one›'],
    ['A:\n  B: 1\n  C: $0', '{} A {} C value ‹› of ‹›'],
    ['A:\r\n  B: 1\r\n  C: $0\r\nD: 1', '{} A {} C value ‹› of ‹›'],
    ['A: # co$0', 'nothing'],
  ])('%j', (marked, expected) => {
    expect(show(here(marked))).toBe(expected);
  });
});

describe('at a key', () => {
  it.each([
    ['A$0: 1', '{} key ‹A› of ‹A›'],
    ['$0A: 1', '{} key ‹› of ‹A›'],
    ['"A$0": 1', '{} key ‹A› of ‹A"›'],
    ['A: 1\n$0', '{} key ‹› of ‹›'],
    ['A: 1\n\n$0\nB: 1', '{} key ‹› of ‹›'],
    ['A: 1\nB$0', '{} key ‹B› of ‹B›'],
    ['A: 1\nB$0b\nC: 1', '{} key ‹B› of ‹Bb›'],
    ['A: 1\nB$0 c', '{} key ‹B› of ‹B c›'],
    ['A: 1\n"B$0', '{} key ‹B› of ‹B›'],
    ['A:\n  B: 1\n  $0', '{} A {} key ‹› of ‹›'],
    ['A:\n  B: 1\n$0', '{} key ‹› of ‹›'],
    ['A:\n  B: 1\n $0', 'nothing'],
    ['A:\n  B: 1\n    $0', 'nothing'],
    ['S:\n  - E: 1\n    $0', '{} S [] {} key ‹› of ‹›'],
    ['S:\n  - E: 1\n    A$0\n    R: 1', '{} S [] {} key ‹A› of ‹A›'],
    ['S:\n  - E: 1\n    A$0\n  - E: 2', '{} S [] {} key ‹A› of ‹A›'],
    ['S:\n- E: 1\n  $0\n- E: 2', '{} S [] {} key ‹› of ‹›'],
    ['S:\n  -\n    E: 1\n    $0', '{} S [] {} key ‹› of ‹›'],
    ['S:\n  - E: 1\n    # no$0te', 'nothing'],
    ['S:\n  - E: 1\n\n    # note\n    $0', '{} S [] {} key ‹› of ‹›'],
    ['$0\nA: 1', '{} key ‹› of ‹›'],
    ['A: 1\n---\nB: 1\n$0', '{} key ‹› of ‹›'],
    ['A: 1\n---\n$0', 'nothing'],
    ['A: 1 $0', 'nothing'],
    ['$0', 'nothing'],
    ['R:\n  Ro:\n    T: 1\nfo$0\n    P: 1', '{} key ‹fo› of ‹fo›'],
  ])('%j', (marked, expected) => {
    expect(show(here(marked))).toBe(expected);
  });
});

describe('where a key or a value can begin', () => {
  it.each([
    ['A:\n  $0', '{} A {} key ‹› of ‹› or 2 value'],
    ['A:\n  on$0', '{} A {} key ‹on› of ‹on› or 2 value'],
    ['A:\n  on$0\nB: 1', '{} A {} key ‹on› of ‹on› or 2 value'],
    ['A:\n    $0\nB: 1', '{} A {} key ‹› of ‹› or 2 value'],
    ['S:\n  - $0', '{} S [] {} key ‹› of ‹› or 3 value'],
    ['S:\n  - on$0e', '{} S [] {} key ‹on› of ‹one› or 3 value'],
    ['S:\n  - a\n  - $0\n  - b', '{} S [] {} key ‹› of ‹› or 3 value'],
    ['S:\n- $0', '{} S [] {} key ‹› of ‹› or 3 value'],
    ['S:\n- s3:$0\n- s3:Get', '{} S [] {} key ‹s3:› of ‹s3:› or 3 value'],
    ['S:\n  - "on$0e"', '{} S [] {} key ‹on› of ‹one"› or 3 value'],
    ['S:\n  - *$0', '{} S [] {} key ‹*› of ‹*› or 3 value'],
    ['S:\n  -\n    $0', '{} S [] {} key ‹› of ‹› or 3 value'],
    ['- - $0', '[] [] {} key ‹› of ‹› or 2 value'],
    ['A:\n  - x\n  $0', '{} A [] value ‹› of ‹›'],
    ['A:\n- x\n$0', '{} key ‹› of ‹› or 3 value'],
    ['A:\n- x\ns3$0', '{} key ‹s3› of ‹s3› or 3 value'],
  ])('%j', (marked, expected) => {
    expect(show(here(marked))).toBe(expected);
  });
});

describe('between brackets', () => {
  it.each([
    ['A: [$0]', '{} A [] value ‹› of ‹›'],
    ['A: [on$0e]', '{} A [] value ‹on› of ‹one›'],
    ['A: ["one", "t$0wo"]', '{} A [] value ‹t› of ‹two›'],
    ['A: [one, $0]', '{} A [] value ‹› of ‹›'],
    ['A: [one $0]', 'nothing'],
    ['A: [s3:$0]', '{} A [] value ‹s3:› of ‹s3:›'],
    ['A: [*$0]', '{} A [] value ‹*› of ‹*›'],
    ['A: [one, $0', '{} A [] value ‹› of ‹›'],
    ['A: [one, $0\nB: 1', '{} A [] value ‹› of ‹›'],
    ['A: ["on$0, "two"]', '{} A [] value ‹on› of ‹on›'],
    ['A: [one]$0', 'nothing'],
    ['A: {$0}', '{} A {} key ‹› of ‹›'],
    ['A: {B$0}', '{} A {} key ‹B› of ‹B›'],
    ['A: {B: $0}', '{} A {} B value ‹› of ‹›'],
    ['A: {B:$0}', '{} A {} B value ‹› of ‹›'],
    ['A: {B: o$0}', '{} A {} B value ‹o› of ‹o›'],
    ['A: {B: 1, $0}', '{} A {} key ‹› of ‹›'],
    ['A: {B: 1 $0}', 'nothing'],
    ['{\n  "A": "on$0e"\n}', '{} A value ‹on› of ‹one›'],
    ['{\n  "A": 1,\n  "$0"\n}', '{} key ‹› of ‹"›'],
    ['- {A: [{B: $0}]}', '[] {} A [] {} B value ‹› of ‹›'],
    ['A: [\n  one,\n  $0\n]', '{} A [] value ‹› of ‹›'],
    ['A: [one, # t$0wo\n  three]', 'nothing'],
  ])('%j', (marked, expected) => {
    expect(show(here(marked))).toBe(expected);
  });
});

describe('a string is written', () => {
  it.each([
    ['A: $0', 's3:*', 'A: s3:*'],
    ['A:$0', 's3:*', 'A: s3:*'],
    ['A: $0', '*', 'A: "*"'],
    ["B: 'x'\nA: $0", '*', "B: 'x'\nA: '*'"],
    ['A: "$0"', 'a"b', 'A: "a\\"b"'],
    ["A: '$0'", "it's", "A: 'it''s'"],
    ['A: "on$0\nB: 1', 'x', 'A: "x"\nB: 1'],
    ['A: *$0', '*', 'A: "*"'],
    ['A: $0', '2012-10-17', 'A: "2012-10-17"'],
    ['A: $0', '012345678901', 'A: "012345678901"'],
    ['A: s3:$0\nB: 1', 's3:GetObject', 'A: s3:GetObject\nB: 1'],
    ['A: s3:Ge$0tObject # why', 's3:Put', 'A: s3:Put # why'],
    ['A: [$0]', 'arn:aws:s3:::${b}', 'A: ["arn:aws:s3:::${b}"]'],
    ['A: [$0one]', 'x', 'A: [x]'],
    ['A: ["one"\n  $0]', 'x', 'A: ["one",\n  x]'],
    ['A: [ $0 one]', 'x', 'A: [ x, one]'],
    ['{"A": $0}', 'x', '{"A": "x"}'],
    ['{"A": ["$0" "z"]}', 'x', '{"A": ["x", "z"]}'],
    ['A:\n  - x\n  $0', 'z', 'A:\n  - x\n  - z'],
  ])('%j: %s', (marked, value, expected) => {
    expect(write(here(marked), (slot) => slot.stringText(value))).toBe(expected);
  });

  it.each([
    ['S:\n  - on$0e', 's3:*', 'S:\n  - s3:*'],
    ['S:\n  - $0', '*', 'S:\n  - "*"'],
    ['S:\n- s3:$0\n- s3:Get', 's3:Put', 'S:\n- s3:Put\n- s3:Get'],
    ['A:\n- x\n$0', '*', 'A:\n- x\n- "*"'],
  ])('in the other reading of %j: %s', (marked, value, expected) => {
    const { text, slot } = here(marked);
    expect(write({ text, slot: slot?.alternative }, (other) => other.stringText(value))).toBe(expected);
  });
});

describe('a key is written', () => {
  it.each([
    ['A: 1\n$0', '"v"', 'A: 1\nK: v'],
    ['A: 1\nB$0', '"*"', 'A: 1\nK: "*"'],
    ['A$0: 1', '"v"', 'K: 1'],
    ['"A$0": 1', '"v"', '"K": 1'],
    ['A: 1\n"B$0', '"v"', 'A: 1\n"K": v'],
    ['A: 1\n$0: 2', '"v"', 'A: 1\nK: 2'],
    ['A: 1\n$0', '["a", "*"]', 'A: 1\nK:\n  - a\n  - "*"'],
    ['A:\n- 1\n$0', '["a"]', 'A:\n- 1\nK:\n- a'],
    ['A: 1\n$0', '{\n  "x": {\n    "u": "z"\n  }\n}', 'A: 1\nK:\n  x:\n    u: z'],
    ['S:\n  - $0', '{ "x": "z" }', 'S:\n  - K:\n      x: z'],
    ['A: 1\n$0', '{ $1 }', 'A: 1\nK: { $1 }'],
    ['A: {$0}', '["a"]', 'A: {K: [a]}'],
    ['{"A": 1, $0}', '["a"]', '{"A": 1, "K": ["a"]}'],
    ['{"A": 1, "$0"}', '"a"', '{"A": 1, "K": "a"}'],
    ['A: {$0 b: 1}', '"v"', 'A: {K: v, b: 1}'],
  ])('%j with %j', (marked, value, expected) => {
    expect(write(here(marked), (slot) => slot.keyText('K', value))).toBe(expected);
  });
});

describe('a value is written', () => {
  it.each([
    ['A: $0', '{ "b": ["c"] }', 'A: \n  b:\n    - c'],
    ['A:$0', '"c"', 'A: c'],
    ['A: "$0"', '{ "b": 1 }', 'A: "nothing"'],
    ['A: {B: $0}', '{ "b": 1 }', 'A: {B: { b: 1 }}'],
    ['A: 1\nB: $0', '{ $1 }', 'A: 1\nB: { $1 }'],
    ['R:\n  A: $0', '[{ "b": 1, "c": 2 }]', 'R:\n  A: \n    - b: 1\n      c: 2'],
  ])('%j: %s', (marked, value, expected) => {
    expect(write(here(marked), (slot) => slot.valueText(value))).toBe(expected);
  });
});
